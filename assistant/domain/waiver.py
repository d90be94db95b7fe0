"""Findings that a person has judged, so that they are not raised again: on the record, with a reason and an end."""

from datetime import date

from pydantic import Field, model_validator

from assistant.domain.value import Value

_LEAST_REASON = 2
"""Characters of a reason; one alone tells nothing."""


class Waiver(Value):
    """One entry of a file of waivers."""

    rule: str = Field(min_length=1)
    file: str | None = None
    """Name of the file, with or without folders."""
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{12,64}$")
    """Digest of the file's content, or its first characters: the waiver ends when the file changes."""
    evidence: str | None = None
    """Words of the finding's evidence; None for whatever the rule finds in the file."""
    fingerprint: str | None = None
    """Of the finding, as JSON shows it."""
    reason: str
    by: str
    """Who has judged."""
    until: date
    """Last day on which it holds."""
    where: str = ""
    """`file:line` of the entry; found on load, never written by hand."""

    @model_validator(mode="after")
    def _names_a_file(self) -> "Waiver":
        if not self.file and not self.sha256:
            raise ValueError("没有写明是哪个文件，应有 file 或 sha256")
        return self

    @model_validator(mode="after")
    def _is_whole_or_open(self) -> "Waiver":
        if self.is_open:
            return self
        if len(self.reason.strip()) < _LEAST_REASON:
            raise ValueError("没有写明理由，应有 reason")
        if not self.by.strip():
            raise ValueError("没有写明由谁判断，应有 by")
        return self

    @property
    def is_open(self) -> bool:
        """Say whether nobody has judged it yet: neither reason nor name."""
        return not self.reason.strip() and not self.by.strip()


class WaiverFile(Value):
    """The whole of a file of waivers."""

    waivers: tuple[Waiver, ...]
