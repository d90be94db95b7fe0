"""Which comments of a Word file a check of ours left in the margin."""

from assistant.documents.marks import Node, W
from assistant.domain.remark import AUTHOR, SIGNATURE


def is_ours(comment: Node) -> bool:
    """Say whether a comment is ours: by its author, and the signature of its last paragraph."""
    if comment.get(f"{W}author") != AUTHOR:
        return False
    last = list(comment.iter(f"{W}p"))[-1:]
    return any("".join(text.text or "" for text in one.iter(f"{W}t")).startswith(SIGNATURE) for one in last)
