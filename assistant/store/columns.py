"""Kinds of columns that SQLite and Postgres keep alike."""

import json
from datetime import UTC, datetime
from typing import cast

from pydantic import JsonValue
from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A time in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the vendor's
        """Return the time as UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the vendor's
        """Return the time with its zone."""
        return None if value is None else (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class Words(TypeDecorator[str]):
    """Text of any kind: what no database keeps (NUL, half a surrogate pair) becomes the replacement character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the vendor's
        """Return text that both databases take."""
        return None if value is None else storable(value)


class Json(TypeDecorator[JsonValue]):
    """A JSON value as text, its Chinese readable."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: JsonValue | None, dialect: Dialect) -> str:  # noqa: ARG002 - the vendor's
        """Return the value as text; None is the JSON null."""
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return written if _encodes(written) else json.dumps(value, separators=(",", ":"), allow_nan=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> JsonValue:  # noqa: ARG002 - the vendor's
        """Return the value that was kept."""
        return None if value is None else cast("JsonValue", json.loads(value))


def storable(text: str) -> str:
    """Return the text with U+FFFD for each NUL and each lone surrogate."""
    whole = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if _encodes(whole):
        return whole
    return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= one <= "\udfff" else one for one in whole)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
