"""What is written into the margin of an author's own file."""

from dataclasses import dataclass

from assistant.domain.draft import Location

AUTHOR = "问津"
"""Author of every comment of ours, and of the reports."""
SIGNATURE = f"{AUTHOR} · "
"""How the last line of every comment of ours begins; by it and the author our own are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One comment."""

    where: Location
    """The words that it is hung on, as the reader of documents gave their place."""
    near: Location | None = None
    """Where it hangs if `where` is nowhere in the body, as that of a missing item; None for the head of the body."""
    words: str = ""
    """What stands there, perhaps cut short with …; empty where that is not known."""
    place: str = ""
    """The place and its words in Chinese, put before the text if the comment cannot hang on the very words."""
    text: str
    """Chinese, a paragraph a line."""
    rule: str = ""
    """Closes the comment, with the signature."""
