"""The part of a Word file that holds its comments: ours taken out, new ones put in, those of others left alone."""

from collections.abc import Iterable
from datetime import date

from assistant.documents.marks import XML, Node, W
from assistant.documents.own_comments import is_ours
from assistant.documents.remarks.element import Element, editable, make
from assistant.domain.remark import AUTHOR

_SIZE = "20"
"""Half points of a comment's text; given directly, as the document may have no style for comments."""


def remove_own(comments: Element, answered: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Take our comments out, but for those that somebody has answered.

    Args:
        comments: root of the part.
        answered: ids of paragraphs that another comment answers.

    Returns:
        Ids of the comments taken out, and of their paragraphs (`w14:paraId`).
    """
    kept = frozenset(answered)
    gone: set[str] = set()
    paragraphs: set[str] = set()
    for node in list(comments.findall(f"{W}comment")):
        held = paragraph_ids(node)
        if is_ours(node) and kept.isdisjoint(held):
            gone.add(node.get(f"{W}id") or "")
            paragraphs |= held
            comments.remove(editable(node))
    return frozenset(gone), frozenset(paragraphs)


def paragraph_ids(comment: Node) -> frozenset[str]:
    """Return the ids by which the parts beside know a comment."""
    return frozenset(
        value
        for paragraph in comment.iter(f"{W}p")
        for name, value in editable(paragraph).attrib.items()
        if name.endswith("}paraId")
    )


def list_texts(comments: Node) -> frozenset[str]:
    """Return the texts of our comments that are still there."""
    return frozenset(_text(node) for node in comments.findall(f"{W}comment") if is_ours(node))


def _text(comment: Node) -> str:
    paragraphs = comment.iter(f"{W}p")
    return "\n".join("".join(text.text or "" for text in one.iter(f"{W}t")) for one in paragraphs)


def add_comment(comments: Element, number: int, text: str, made_on: date) -> None:
    """Put a comment of ours behind the others.

    Args:
        comments: root of the part.
        number: its id.
        text: a paragraph a line.
        made_on: the day that Word shows with it.
    """
    comment = make("comment", id=str(number), author=AUTHOR, date=f"{made_on.isoformat()}T00:00:00Z", initials=AUTHOR)
    for place, line in enumerate(text.split("\n")):
        comment.append(_paragraph(line, opens=place == 0))
    comments.append(comment)


def _paragraph(text: str, *, opens: bool) -> Element:
    paragraph, properties = make("p"), make("pPr")
    properties.append(make("spacing", before="0", after="0", line="240", lineRule="auto"))
    properties.append(make("ind", left="0", right="0", firstLine="0", firstLineChars="0"))
    properties.append(make("jc", val="left"))
    paragraph.append(properties)
    if opens:
        mark = make("r")
        mark.append(make("annotationRef"))
        paragraph.append(mark)
    run, looks, words = make("r"), make("rPr"), make("t")
    looks.append(make("sz", val=_SIZE))
    looks.append(make("szCs", val=_SIZE))
    looks.append(make("lang", val="en-US", eastAsia="zh-CN"))
    words.text = text
    words.set(f"{XML}space", "preserve")
    run.append(looks)
    run.append(words)
    paragraph.append(run)
    return paragraph
