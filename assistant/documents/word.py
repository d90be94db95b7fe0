"""A Word file (.docx) as its readers see it, walked element by element so that no text is lost without a word."""

import hashlib
from collections.abc import Iterator

from assistant.documents.inline import Line
from assistant.documents.limits import LIMITS, Limits
from assistant.documents.marks import Node, R, W, switch_of
from assistant.documents.numbering import parse_numbering
from assistant.documents.outside import list_shown, refuse_remote
from assistant.documents.own_comments import is_ours
from assistant.documents.package import Package, open_package
from assistant.documents.refusal import refuse
from assistant.documents.story import Harvest, StoryReader
from assistant.domain.draft import BlockKind, Document, Location, Part, Unread, View

_NOTES = {"footnotes": "脚注", "endnotes": "尾注"}


def read_word(file: str, data: bytes, view: View = "accepted", limits: Limits = LIMITS) -> Document:
    """Return the document in a .docx.

    Args:
        file: its name, for messages.
        data: its bytes.
        view: whether tracked changes are taken as accepted or as rejected.
        limits: bounds of the package.

    Raises:
        UnreadableFileError: the file cannot be read, or is not safe to read.
    """
    package = open_package(file, data, limits)
    refuse_remote(package)
    main, body = find_body(package)
    harvest = walk_body(package, main, body, view)
    _read_notes(package, main, harvest)
    _read_margins(package, main, body, harvest)
    comments = _read_comments(package, main, harvest)
    harvest.unread += list_shown(package, main)
    return Document(
        file=file,
        blocks=tuple(harvest.blocks),
        unread=tuple(harvest.unread),
        revisions=harvest.revisions,
        comments=comments,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def find_body(package: Package) -> tuple[str, Node]:
    """Return the name of the main part and the element that holds its text.

    Raises:
        UnreadableFileError: there is none.
    """
    main = package.find_related("", "officeDocument")
    root = package.find_xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if main is None or body is None:
        raise refuse(package.file, "里没有正文，不是 Word 文档", "请确认选对了文件，或用 Word 另存为 .docx 再试。")
    return main, body


def walk_body(package: Package, main: str, body: Node, view: View, lines: dict[int, Line] | None = None) -> Harvest:
    """Return what stands in the body.

    Args:
        package: the file.
        main: name of its main part.
        body: the element that holds the text.
        view: whether tracked changes are taken as accepted or as rejected.
        lines: takes what each paragraph holds by its number, for those who write into the file.
    """
    styles = package.find_styles(package.find_related(main, "styles"))
    numbering = parse_numbering(package.find_xml(package.find_related(main, "numbering")), styles)
    harvest = Harvest(
        file=package.file, limits=package.limits, styles=styles, numbering=numbering, view=view, lines=lines
    )
    StoryReader(harvest=harvest).read(body)
    return harvest


def _read_notes(package: Package, main: str, harvest: Harvest) -> None:
    """Read the notes that the text refers to, in its order; the others are not shown."""
    parts = {kind: _index(package.find_xml(package.find_related(main, kind))) for kind in ("footnotes", "endnotes")}
    read: set[tuple[str, str]] = set()
    for kind, note_id, where in tuple(harvest.notes):
        node = parts[kind].get(note_id)
        if node is None:
            harvest.unread.append(Unread(what=_NOTES[kind], where=where))
        elif (kind, note_id) not in read:
            read.add((kind, note_id))
            StoryReader(harvest=harvest, part="footnote", kind="footnote", anchor=where).read(node)


def _index(root: Node | None) -> dict[str, Node]:
    return {node.get(f"{W}id") or "": node for node in root} if root is not None else {}


def _read_margins(package: Package, main: str, body: Node, harvest: Harvest) -> None:
    """Read headers and footers that are shown, each once however many sections share it."""
    relations = package.relations(main)
    settings = package.find_xml(package.find_related(main, "settings"))
    evens = bool(switch_of(settings, f"{W}evenAndOddHeaders"))
    seen: set[str] = set()
    for part, node in _list_margins(body, evens=evens):
        relation = relations.get(node.get(f"{R}id") or "")
        if relation is None or relation.target in seen:
            continue
        seen.add(relation.target)
        kind: BlockKind = "header" if part == "header" else "footer"
        root = None if relation.external else package.find_xml(relation.target)
        if root is None:
            harvest.unread.append(Unread(what="页眉" if kind == "header" else "页脚", where=Location(part=part)))
        else:
            StoryReader(harvest=harvest, part=part, kind=kind).read(root)


def _list_margins(body: Node, *, evens: bool) -> Iterator[tuple[Part, Node]]:
    for section in body.iter(f"{W}sectPr"):
        shown = {"default", "even"} if evens else {"default"}
        if switch_of(section, f"{W}titlePg"):
            shown.add("first")
        for node in section:
            name = node.tag.removeprefix(W)
            if name in {"headerReference", "footerReference"} and (node.get(f"{W}type") or "default") in shown:
                yield ("header" if name == "headerReference" else "footer"), node


def _read_comments(package: Package, main: str, harvest: Harvest) -> int:
    """Read the comments of people; those that a check of ours left in the margin are no part of the draft."""
    root = package.find_xml(package.find_related(main, "comments"))
    comments = [] if root is None else [node for node in root.findall(f"{W}comment") if not is_ours(node)]
    for node in comments:
        where = harvest.comments.get(node.get(f"{W}id") or "", Location())
        StoryReader(harvest=harvest, part="comment", kind="comment", anchor=where).read(node)
    return len(comments)
