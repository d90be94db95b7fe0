"""The corpus folder to the catalogue. Any folder with a `programme.yaml` is a programme; no code names one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.domain.notice import Clause, Furniture, Note, Notice, Span
from assistant.domain.programme import Programme
from assistant.errors import CorpusError
from assistant.library.asks import load_asks
from assistant.library.expansions import load_expansions
from assistant.library.forms import load_forms
from assistant.library.furniture import find_declared, find_marks
from assistant.library.guides import Guide, parse_guide
from assistant.library.heads import LoadedHead, load_head
from assistant.library.locations import corpus_root, fingerprint
from assistant.library.notices import parse_notice
from assistant.library.outside import load_outside
from assistant.library.rules import load_rules
from assistant.library.silences import load_silences
from assistant.library.standards import load_angles, load_disciplines, load_industries, load_released, load_terms

_HOUSE = "house"
"""Folder of what holds for any programme."""


def load_catalogue(root: Path | None = None) -> Catalogue:
    """Load every programme and standard.

    Args:
        root: folder of the corpus; None for the shipped one.

    Raises:
        CorpusError: a file is missing or wrong; names it with its line.
    """
    folder = corpus_root() if root is None else root
    if not folder.is_dir():
        raise CorpusError("找不到资料文件夹。", where=str(folder))
    standards = folder / "standards"
    return Catalogue(
        programmes=tuple(load_programme(path.parent, folder) for path in sorted(folder.glob("*/programme.yaml"))),
        released=load_released(standards),
        disciplines=load_disciplines(standards),
        industries=load_industries(standards),
        terms=load_terms(standards),
        calls=load_terms(standards, "calls.csv"),
        angles=load_angles(standards),
        outside=load_outside(folder / _HOUSE),
        fingerprint=fingerprint(folder),
    )


def load_programme(folder: Path, root: Path) -> Programme:
    """Load one programme.

    Args:
        folder: its folder, whose name is its id.
        root: the corpus, where the programmes lie that it refers to.

    Raises:
        CorpusError: a file is missing or wrong.
    """
    loaded = load_head(folder)
    guide = parse_guide(loaded.text, loaded.info) if loaded.head.value.kind == "guide" else None
    notice = _build_guide_notice(loaded, guide) if guide else _parse_call(loaded)
    directions = guide.directions if guide else ()
    document = root / loaded.info.doc
    return Programme(
        info=loaded.info,
        notice=_add_remarks(notice, directions, loaded),
        directions=directions,
        rules=load_rules(folder, root),
        forms=load_forms(folder, root),
        asked=load_asks(folder, document, loaded.text, directions),
        outside=load_outside(folder),
        silences=load_silences(folder, (document, root / _HOUSE), loaded.text),
        expansions=load_expansions(folder, directions),
    )


def _build_guide_notice(loaded: LoadedHead, guide: Guide) -> Notice:
    return Notice(text=loaded.text, clauses=guide.clauses, furniture=guide.furniture, notes=guide.notes)


def _parse_call(loaded: LoadedHead) -> Notice:
    declared = tuple(_locate_furniture(loaded))
    return parse_notice(loaded.text, (*declared, *find_marks(loaded.text, declared)))


def _locate_furniture(loaded: LoadedHead) -> Iterator[Furniture]:
    head = loaded.head
    for index, item in enumerate(find_declared(loaded.text, head.value.furniture)):
        if not isinstance(item, Furniture):
            raise CorpusError(f"通知原文里找不到“{item.first}”到“{item.last}”。", where=head.where("furniture", index))
        yield item


def _add_remarks(notice: Notice, directions: Sequence[Direction], loaded: LoadedHead) -> Notice:
    notes: list[Note] = []
    for index, remark in enumerate(loaded.head.value.remarks):
        places = list(_find_all(notice.text, remark.quote))
        if not places:
            raise CorpusError(f"通知原文里找不到“{remark.quote}”。", where=loaded.head.where("remarks", index))
        names = dict.fromkeys(_name_part(notice.clauses, directions, place) for place in places)
        notes.extend(Note(remark.message, name, remark.quote) for name in names)
    return replace(notice, notes=(*notice.notes, *notes))


def _find_all(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + len(quote))


def _name_part(clauses: Iterable[Clause], directions: Iterable[Direction], place: Span) -> str:
    """Return the direction around the place, else the innermost clause around it; empty in furniture between them."""
    inside = [direction.number for direction in directions if direction.span.contains(place)]
    around = [clause for clause in clauses if clause.span.contains(place)]
    innermost = min(around, key=lambda clause: clause.span.end - clause.span.start).path if around else ""
    return inside[0] if inside else innermost
