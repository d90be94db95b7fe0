"""What is written into the margin of an author's own file."""

from dataclasses import dataclass

from assistant.domain.draft import Location

AUTHOR = "问津"
"""Author of every comment of ours, and of the reports; by it our own are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One comment."""

    where: Location
    """The words that it is hung on, as the reader of documents gave their place."""
    text: str
    """Chinese, a paragraph a line."""
    elsewhere: str | None = None
    """Name of the place, put before the text where the comment has to hang on a neighbouring paragraph."""
