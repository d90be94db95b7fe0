"""The timeline of a notice: every date of its clauses that tells what is due, what goes on, or what a condition is.

Read from the text, never typed. Rows of tables and the text of directions (2035年预测…) hold no dates of the call.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.domain.answer import Citation
from assistant.domain.notice import Clause, Span
from assistant.domain.programme import Programme
from assistant.domain.timeline import PointKind, PointState, Timeline, TimelinePoint
from assistant.library.dates import WrittenDate, find_dates
from assistant.text import clean, put_in_quotes, squash

_NO_CLAUSES = frozenset({"table", "row", "form"})
_SIGNED = frozenset({"落款", "文头"})
_SENTENCE = re.compile(r"[。；！？]|\n(?=\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]))")
_BORN = re.compile(r"^\s*(?:[（(]含[）)])?\s*(?:及)?\s*(?:以\s*[后前]|之\s*[后前])?\s*出\s*生")
_REGISTERED = re.compile(r"(?:注\s*册|成\s*立|登\s*记)\s*(?:时\s*间|日\s*期)?\s*(?:应)?\s*(?:在|为|于)\s*$")
_ENDS = re.compile(r"^\s*(?:[（(]含[）)])?\s*(?:之\s*前|以\s*前|前|止|截\s*止|\d{1,2}\s*[时点:：])")
_UNTIL = re.compile(r"(?:至|到|截\s*止\s*(?:时\s*间|日\s*期)?\s*(?:为|是|[:：])?|截\s*至)\s*$")
_OPENS = re.compile(r"[从自]\s*(?:本\s*)?通\s*知\s*(?:印\s*发|发\s*布)\s*之\s*日\s*起")
_PIECE = re.compile(r"[，,；;。]")
_WHO = re.compile(
    r"^(?P<who>[^，。；：]{2,24}?(?:单位|学会|联合体|科协|部门|机构|负责人|委员会))"
    r"(?=根据|按照|组织|举办|以|成立|要|应|须|将|于|通过|负责)"
)
_STAGE = re.compile(r"阶段")
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]")
_EDGE = " \t\n，,。；;：:、（）()"
_LONGEST = 60
_MISSING: tuple[tuple[PointKind, str], ...] = (("issued", "发布日期"), ("deadline", "申报截止日期"))


def build_timeline(programmes: Sequence[Programme], wanted: str, today: date) -> Timeline:
    """Return the timeline of one programme, or of the several that a document holds.

    Args:
        programmes: at least one.
        wanted: the id asked for.
        today: the day that dates are compared with.
    """
    points = [point for one in programmes for point in list_points(one, today)]
    head = programmes[0].info
    silent = [sentence for one in programmes for sentence in _tell_silence(one, today)]
    return Timeline(
        id=wanted,
        title=head.title if len(programmes) == 1 else f"{head.doc}（{len(programmes)}个指南）",
        today=today,
        points=tuple(sorted(points, key=lambda one: (one.kind == "eligibility", one.last, one.first, _order(one)))),
        silent=tuple(silent),
    )


def list_points(programme: Programme, today: date) -> list[TimelinePoint]:
    """Return the dates of a notice in the order of its text."""
    return [
        point
        for clause in programme.notice.clauses
        if clause.kind not in _NO_CLAUSES
        for piece in clause.pieces
        for found in find_dates(piece.slice(programme.notice.text))
        for point in _Reader(programme, clause, piece, today).read(found)
    ]


class _Reader:
    """Tells what the dates of one piece of a clause mean."""

    def __init__(self, programme: Programme, clause: Clause, piece: Span, today: date) -> None:
        self._programme = programme
        self._clause = clause
        self._piece = piece
        self._text = piece.slice(programme.notice.text)
        self._today = today

    def read(self, found: WrittenDate) -> Iterator[TimelinePoint]:
        sentence = self._sentence(found.span)
        before, behind = self._text[sentence.start : found.span.start], self._text[found.span.end : sentence.end]
        part = self._part(found.span, sentence)
        if self._clause.path in _SIGNED:
            yield self._point("issued", found, "通知发布", sentence)
        elif _BORN.match(behind) or _REGISTERED.search(before):
            condition = _NUMBER.sub("", squash(part.slice(self._text)))
            yield self._point("eligibility", found, condition.strip(_EDGE), sentence)
        elif found.is_day and (_ENDS.match(behind) or _UNTIL.search(before)):
            if _OPENS.search(before) and self._programme.info.issued_on:
                day = self._programme.info.issued_on
                opening = WrittenDate(day, day, exact=True, span=found.span)
                yield self._point("opens", opening, self._name(found, sentence), sentence, derived=True)
            yield self._point("deadline", found, self._name(found, sentence), sentence)
        elif not found.is_day or _STAGE.search(before):
            yield self._point("stage", found, self._name(found, sentence), sentence)

    def _point(
        self, kind: PointKind, found: WrittenDate, what: str, sentence: Span, *, derived: bool = False
    ) -> TimelinePoint:
        return TimelinePoint(
            kind=kind,
            what=what,
            who="" if kind in ("issued", "eligibility") else self._find_actor(),
            first=found.first,
            last=found.last,
            exact=found.exact,
            derived=derived,
            state=_compare(kind, found, self._today),
            citation=self._cite(sentence),
        )

    def _name(self, found: WrittenDate, sentence: Span) -> str:
        """Return what the date is for: what a heading says before it, what is sent in behind 前将, else the heading."""
        before, behind = self._text[sentence.start : found.span.start], self._text[found.span.end : sentence.end]
        title = squash(self._clause.title)
        if title and squash(found.span.slice(self._text)) in title:
            return re.sub(r"[（(][^（(]*$", "", title[: title.index(squash(found.span.slice(self._text)))]).strip(_EDGE)
        sent = re.match(r"\s*前\s*(?P<what>将[^，。；]+)", behind)
        if sent:
            return squash(sent["what"])
        own = squash(_UNTIL.sub("", _OPENS.sub("", before))).strip(_EDGE)
        own = _NUMBER.sub("", own).strip(_EDGE)
        return own if own and len(own) <= _LONGEST and not title else title or own[:_LONGEST]

    def _find_actor(self) -> str:
        """Return who acts: the subject of the first sentence of the clause that has one at its head."""
        for sentence in re.split(r"[。；\n]", self._text):
            found = _WHO.match(squash(sentence))
            if found:
                return found["who"]
        return ""

    def _sentence(self, span: Span) -> Span:
        """Return the sentence around the date; a heading is one of its own."""
        ends = [found.end() for found in _SENTENCE.finditer(self._text)]
        start = max((one for one in ends if one <= span.start), default=0)
        end = min((one for one in ends if one >= span.end), default=len(self._text))
        if self._clause.path in _SIGNED:
            return Span(0, len(self._text))
        heading = self._text.find("\n", span.end)
        title = squash(self._clause.title)
        if title and squash(span.slice(self._text)) in title and 0 <= heading < end:
            end = heading
        elif title and not start:
            start = self._skip_heading(title)
        return Span(start, end)

    def _skip_heading(self, title: str) -> int:
        """Return where the text behind the clause's heading begins; 0 where the heading has no line of its own."""
        line = self._text.find("\n")
        return line + 1 if line > 0 and squash(self._text[:line]).endswith(title) else 0

    def _part(self, span: Span, sentence: Span) -> Span:
        """Return the part between commas that holds the date."""
        cuts = [found.end() for found in _PIECE.finditer(self._text, sentence.start, sentence.end)]
        start = max((one for one in cuts if one <= span.start), default=sentence.start)
        end = min((one for one in cuts if one >= span.end), default=sentence.end)
        return Span(start, end)

    def _cite(self, sentence: Span) -> Citation:
        info = self._programme.info
        raw = sentence.slice(self._text)
        start = self._piece.start + sentence.start + len(raw) - len(raw.lstrip())
        return Citation(
            doc=info.doc,
            programme=info.id,
            clause=self._clause.path,
            quote=clean(raw),
            span=(start, start + len(raw.strip())),
            issued_on=info.issued_on.isoformat() if info.issued_on else None,
        )


def _order(point: TimelinePoint) -> int:
    """The notice comes out before anything begins."""
    return int(point.kind != "issued")


def _compare(kind: PointKind, found: WrittenDate, today: date) -> PointState:
    if kind == "eligibility":
        return "condition"
    if found.last < today:
        return "past"
    return "now" if found.first <= today else "ahead"


def _tell_silence(programme: Programme, today: date) -> Iterator[str]:
    """Yield a sentence where the text gives no day of issue or no deadline."""
    kinds = {point.kind for point in list_points(programme, today)}
    missing = [name for kind, name in _MISSING if kind not in kinds]
    if missing:
        yield f"{put_in_quotes(programme.info.short_title)}的原文没有写明{'和'.join(missing)}。"
