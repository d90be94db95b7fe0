"""Words that we put into a form beside the author's."""

from assistant.text import bare

APPENDIX = "附录"
"""Ends the items of any form for our reader, as the heads of attachments do."""
LOOSE_NOTE = "（以下文字没有归入任何栏目：请移入相应栏目，或在提交前删去本页。）"
"""Shown above what belongs to no item."""


def is_loose_note(text: str) -> bool:
    """Say whether a line of a form that is read again is that note and no word of the author's."""
    return bare(text) == bare(LOOSE_NOTE)
