"""Remarks written into the margin of an author's Word file: nothing else in it changes, and this is proved each time.

python-docx can add comments, but not by the places of our reader, and it writes the whole package anew (decision 0016).
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from assistant.documents.inline import Line
from assistant.documents.marks import MC, Node, W
from assistant.documents.package import open_package
from assistant.documents.refusal import refuse
from assistant.documents.remarks.anchoring import anchor, remove_anchors
from assistant.documents.remarks.comment_part import add_comment, list_texts, remove_own
from assistant.documents.remarks.element import Element, make
from assistant.documents.remarks.parts import Rewriting
from assistant.documents.remarks.placing import Places
from assistant.documents.remarks.threads import find_answered, forget
from assistant.documents.word import find_body, read_word, walk_body
from assistant.domain.draft import Document, View
from assistant.domain.remark import SIGNATURE, Remark
from assistant.errors import UnreadableFileError

_NAME = "comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_OURS = "urn:wenjin:remarks"
_DIGEST = f"{{{_OURS}}}body"
"""Attribute of the comments' root: digest of the main part as we wrote it. Word drops it when it saves the file."""


def write_remarks(
    file: str, data: bytes, remarks: Sequence[Remark], *, made_on: date, view: View = "accepted"
) -> bytes:
    """Return the .docx with the remarks as comments; remarks of an earlier run are replaced.

    A comment of ours that somebody has answered stays, with its answers.

    Args:
        file: its name, for messages.
        data: its bytes.
        remarks: in the order in which Word lists those of one place.
        made_on: the day that Word shows with them.
        view: the view in which the places were read.

    Raises:
        UnreadableFileError: the file cannot be read, or has no paragraph that a comment could hang on.
    """
    package = open_package(file, data)
    main, body = find_body(package)
    rewriting = Rewriting(package)
    rewriting.take(main, cast("Node", body.getparent()))
    comments = _open_comments(rewriting, main)
    gone, paragraphs = remove_own(comments, find_answered(rewriting, main, comments))
    remove_anchors(body, gone)
    forget(rewriting, main, paragraphs)
    lines: dict[int, Line] = {}
    harvest = walk_body(package, main, body, view, lines)
    margin = _Margin(body, comments, Places(lines, harvest.blocks), made_on)
    margin.add(file, remarks)
    _seal(comments, rewriting.render(main))
    written = rewriting.finish()
    _prove(file, data, written)
    return written


def is_untouched_copy(data: bytes) -> bool:
    """Say whether the bytes are a Word file as `write_remarks` returned it, not saved by anybody since."""
    try:
        package = open_package("", data)
        main, _ = find_body(package)
        comments = package.find_xml(package.find_related(main, "comments"))
        entry = package.entries[main.lower()]
        return comments is not None and comments.get(_DIGEST) == _digest(package.read(entry))
    except UnreadableFileError:
        return False


@dataclass(frozen=True, slots=True)
class _Margin:
    body: Node
    comments: Element
    places: Places
    made_on: date

    def add(self, file: str, remarks: Iterable[Remark]) -> None:
        number = _next_number(self.body, self.comments)
        standing = list_texts(self.comments)
        for remark in remarks:
            spot = self.places.find(remark)
            if spot is None:
                raise refuse(file, "里没有可以挂批注的段落", "请另写检查报告。")
            text = _word(remark, exact=spot.exact)
            if text in standing:
                continue
            add_comment(self.comments, number, text, self.made_on)
            anchor(self.places.lines, spot, str(number))
            number += 1


def _word(remark: Remark, *, exact: bool) -> str:
    place = "" if exact or not remark.place else f"位置：{remark.place}\n"
    return f"{place}{remark.text}\n{SIGNATURE}{remark.rule}"


def _next_number(body: Node, comments: Node) -> int:
    """Return the first id above all that are in use, those without a comment included."""
    marks = body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
    used = (node.get(f"{W}id") or "" for node in (*comments, *marks))
    return max((int(one) for one in used if one.isdecimal()), default=-1) + 1


def _open_comments(rewriting: Rewriting, main: str) -> Element:
    part = rewriting.package.find_related(main, "comments")
    root = rewriting.open(part) if part else None
    if root is None:
        root = make("comments")
        rewriting.add(main, _NAME, root, content_type=_TYPE, relation=_RELATION)
    return root


def _seal(comments: Element, main: bytes) -> None:
    """Note how the main part was written, in a way that Word overlooks."""
    comments.set(_DIGEST, _digest(main))
    prefix = next(name for name, space in comments.nsmap.items() if space == _OURS and name)
    ignorable = (comments.get(f"{MC}Ignorable") or "").split()
    comments.set(f"{MC}Ignorable", " ".join(dict.fromkeys([*ignorable, prefix])))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _prove(file: str, before: bytes, after: bytes) -> None:
    """Compare all that a reader sees of both files.

    Raises:
        UnreadableFileError: they differ, so that the file must not be handed out.
    """
    one, other = (_without_bytes(read_word(file, data)) for data in (before, after))
    if one != other:
        raise refuse(file, "加上批注后读出来与原文不同，没有写出", "请另写检查报告，并告知维护者。")


def _without_bytes(document: Document) -> Document:
    return replace(document, sha256="")
