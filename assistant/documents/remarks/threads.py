"""What newer versions of Word keep beside the comments: which answers which, and ids of their own."""

from collections.abc import Iterator

from assistant.documents.marks import Node, W
from assistant.documents.own_comments import is_ours
from assistant.documents.remarks.comment_part import paragraph_ids
from assistant.documents.remarks.element import Element, editable
from assistant.documents.remarks.parts import Rewriting

_BESIDE = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Kinds of relations to the parts beside the comments, in the order in which one knows the ids of the next."""


def find_answered(rewriting: Rewriting, main: str, comments: Node) -> frozenset[str]:
    """Return the ids of paragraphs of comments that somebody other than us has answered."""
    own = {key for node in comments.findall(f"{W}comment") if is_ours(node) for key in paragraph_ids(node)}
    entries = [entry for kind, root in _open_beside(rewriting, main) if kind == _BESIDE[0] for entry in root]
    answers = (entry for entry in entries if _attribute(entry, "paraId") not in own)
    return frozenset(parent for one in answers if (parent := _attribute(one, "paraIdParent")))


def forget(rewriting: Rewriting, main: str, paragraphs: frozenset[str]) -> None:
    """Take the entries of comments that are gone out of the parts beside."""
    if not paragraphs:
        return
    durable: set[str] = set()
    for _, root in _open_beside(rewriting, main):
        for entry in list(root):
            gone = _attribute(entry, "paraId") in paragraphs or _attribute(entry, "durableId") in durable
            if gone:
                durable.update(filter(None, [_attribute(entry, "durableId")]))
                root.remove(editable(entry))


def _open_beside(rewriting: Rewriting, main: str) -> Iterator[tuple[str, Element]]:
    for kind in _BESIDE:
        part = rewriting.package.find_related(main, kind)
        root = rewriting.open(part) if part else None
        if root is not None:
            yield kind, root


def _attribute(entry: Node, name: str) -> str | None:
    found = editable(entry).attrib.items()
    return next((value for key, value in found if key.rsplit("}", 1)[-1] == name), None)
