"""Signed cookies and download addresses: what the browser hands back is what it was given, and not too old."""

import hashlib
from datetime import UTC, datetime, timedelta

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer
from pydantic import ValidationError

from assistant.domain.owner import OwnerId
from assistant.domain.value import Value

RENEW_AFTER = timedelta(days=1)
"""Age of a cookie from which on the next visit exchanges its token."""
DOWNLOAD_AGE = timedelta(hours=12)
"""Time for which a download address counts."""


class Ticket(Value):
    """What a download address says."""

    owner: OwnerId
    file: str


class Signatures:
    """Signs with the key that all servers over one store share."""

    def __init__(self, key: str) -> None:
        self._signer = TimestampSigner(key, salt="wenjin.session", digest_method=hashlib.sha256)
        self._tickets = URLSafeTimedSerializer(
            key, salt="wenjin.download", signer_kwargs={"digest_method": hashlib.sha256}
        )
        self.cookie = f"wenjin-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        """Name of the cookie: browsers give a host's cookies to each of its ports, so that two servers on this machine
        would overwrite each other's."""

    def sign(self, token: str) -> str:
        """Return a token as the cookie holds it."""
        return self._signer.sign(token).decode()

    def token(self, value: str) -> tuple[str, datetime] | None:
        """Return a cookie's token and when it was signed; None where we did not sign it."""
        try:
            token, signed = self._signer.unsign(value, return_timestamp=True)
        except BadData:
            return None
        return token.decode(), signed.astimezone(UTC)

    def ticket(self, owner: OwnerId, file: str) -> str:
        """Return what stands in a download address."""
        return self._tickets.dumps(Ticket(owner=owner, file=file).model_dump())

    def read_ticket(self, ticket: str) -> Ticket | None:
        """Return what a download address says; None where we did not sign it, or its time is over."""
        try:
            return Ticket.model_validate(self._tickets.loads(ticket, max_age=int(DOWNLOAD_AGE.total_seconds())))
        except (BadData, ValidationError):
            return None
