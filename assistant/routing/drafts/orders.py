"""Orders about drafts: drafted from notes or by questions, mended, laid beside a guide, outlined, exported, dated."""

import re
from collections.abc import Sequence

from assistant.domain.call import Call, CheckCall, HelpCall
from assistant.domain.drafting_call import (
    CoverageCall,
    ExportCall,
    FillCall,
    FilledForm,
    InterviewCall,
    OutlineCall,
    ProblemKind,
    ReviseCall,
    TimelineCall,
)
from assistant.domain.exported import ExportFormat
from assistant.routing import cues
from assistant.routing import words as order_words
from assistant.routing.drafts import words
from assistant.routing.drafts.directions import find_direction
from assistant.routing.forms import Reader
from assistant.routing.orders import find_order, split
from assistant.routing.past import Past
from assistant.routing.referring import kind_in
from assistant.text import count_characters

_NO_PROPOSAL = "请把要对照的申报书（.docx、.pdf、.md 或 .txt）拖进来，或点“选择文件”。"
_NO_DIRECTION = "请说明对照哪个指南方向，例如“战略性科技创新合作 1.1”或 sticoop-2022/1.1；不清楚时可以先让我匹配方向。"
_NO_NOTES = "请把笔记拖进来，或直接贴在这里；也可以说“一步步问我”，由我来问、您来答。"
_FORMS: tuple[tuple[re.Pattern[str], FilledForm], ...] = (
    (re.compile(r"先导|科创中国|榜单"), "pioneer"),
    (re.compile(r"推荐报告|遴选(?:推荐)?报告"), "report"),
    (re.compile(r"推荐表|推荐理由|推荐意见"), "recommendation"),
)
_KINDS: tuple[tuple[re.Pattern[str], ProblemKind], ...] = (
    (re.compile(r"前沿(?:科学)?(?:问题|类)|科学问题"), "前沿科学问题"),
    (re.compile(r"工程(?:技术)?(?:难题|问题|类)"), "工程技术难题"),
    (re.compile(r"产业(?:技术)?(?:问题|难题|类)"), "产业技术问题"),
)
_PASTED = re.compile(r"[：:\n]\s*(?P<notes>\S.*)", re.DOTALL)
_LEAST_PASTED = 30
"""Characters behind a colon or a line break from which they are notes and no topic."""


def find_draft_order(text: str, files: Sequence[str], past: Past, reader: Reader) -> Call | None:
    """Return the call of a text that orders something of a draft; None where it does not."""
    given = tuple(files)
    return (
        _cover(text, given, past, reader)
        or _time(text, given, past, reader)
        or _revise(text, given, past, reader)
        or _outline(text, given, past, reader)
        or _export(text, given, past, reader)
        or _fill(text, given, reader)
    )


def make_order(verb: str, text: str, files: tuple[str, ...], past: Past, reader: Reader) -> Call | None:
    """Return the call of a verb of drafts from a turn that is known to want it; None where its object is missing."""
    direction = find_direction(text, reader.register.catalogue, past) if verb in ("coverage", "outline") else ""
    if verb == "coverage":
        if files and direction:
            return CoverageCall(files=files, direction=direction)
        return HelpCall(missing=_NO_DIRECTION if files else _NO_PROPOSAL)
    if verb == "outline":
        return OutlineCall(direction=direction) if direction else HelpCall(missing=_NO_DIRECTION)
    if verb == "export" and (files or stands_draft(past)):
        return _to_export(text, files, reader)
    if verb == "revise" and files and not _is_mended(text):
        return ReviseCall(files=files, programme=reader.named_programme(text))
    asked = asks_rules(text, reader) and not words.TIMELINE.search(text)
    if verb == "timeline" and not files and not asked:
        programme = find_programme(text, past, reader)
        return TimelineCall(programme=programme, format="ics" if words.ICS.search(text) else "text")
    return None


def _is_mended(text: str) -> bool:
    """Say whether a text tells that the author has mended the draft, and asks for no more of it."""
    return bool(words.MENDED.search(text)) and not words.REVISE.search(words.MENDED.sub("", text))


def form_in(text: str) -> FilledForm:
    """Return the form that a text names, the writing template where it names none."""
    named: list[FilledForm] = [form for pattern, form in _FORMS if pattern.search(text)]
    return named[0] if named else "problem"


def named_form(text: str) -> bool:
    """Say whether a text names a form, the writing template included."""
    return form_in(text) != "problem" or bool(re.search(r"问题|难题|正文|草稿|初稿", text))


def loose_kind_in(text: str) -> ProblemKind | None:
    """Return the one type of problem that a text names, in full or in short."""
    named: list[ProblemKind] = [kind for pattern, kind in _KINDS if pattern.search(text)]
    return kind_in(text) or (named[0] if len(named) == 1 else None)


def programme_of(text: str, form: str, reader: Reader) -> str:
    """Return the programme that a text names, if it has the form, or any where `form` is empty; else `auto`."""
    named = reader.named_programme(text)
    having = {
        one.id: one.info
        for one in reader.register.catalogue.programmes
        if any(form in ("", own.name) for own in one.forms)
    }
    if named in having:
        return named
    year = find_year(text)
    dated = [info.id for info in having.values() if year and info.deadline and info.deadline.year == year]
    return dated[0] if len(dated) == 1 else "auto"


def find_year(text: str) -> int:
    """Return the year that a text names in four or in two figures; 0 where it names none."""
    found = cues.YEAR.search(text)
    return 2000 + int(found[0].rstrip("年")[-2:]) if found else 0


def _cover(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> Call | None:
    plainly = words.COVERAGE.search(text)
    if not (plainly or (files and words.LACKS.search(text))):
        return None
    if not files:
        drafted = words.DRAFT.search(text) or cues.THESE_DRAFTS.search(text)
        return HelpCall(missing=_NO_PROPOSAL) if plainly and drafted and not asks_rules(text, reader) else None
    direction = find_direction(text, reader.register.catalogue, past)
    if direction:
        return CoverageCall(files=files, direction=direction)
    return HelpCall(missing=_NO_DIRECTION) if plainly else None


def _time(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> Call | None:
    if files or not words.TIMELINE.search(text) or not words.TIMELINE_MAKE.search(text):
        return None
    programme = find_programme(text, past, reader)
    ics = words.ICS.search(text)
    return TimelineCall(programme=programme, format="ics" if ics else "text") if programme else None


def find_programme(text: str, past: Past, reader: Reader) -> str:
    """Return the call that a text names, or that was spoken of last; the newest call where nobody named any."""
    for said in (text, *(one.text for one in reversed(past.exchanges))):
        named = reader.named_programme(said)
        if named != "auto":
            return named
        year = find_year(said)
        dated = [one for one in reader.programmes if year and one.deadline and one.deadline.year == year]
        if dated:
            return dated[0].id
    dated = sorted((one for one in reader.programmes if one.deadline), key=lambda one: str(one.deadline))
    return dated[-1].id if dated else ""


def _revise(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> Call | None:
    checked = past.latest(CheckCall) is not None
    if not words.REVISE.search(text) or order_words.TITLE.search(text) or not files:
        return None
    asked = find_order(text, reader.register)
    if (asked and asked.verb != "check") or _is_mended(text):
        return None
    looks = order_words.CHECK.search(text) and not words.MENDS.search(text)
    return None if looks and not checked else ReviseCall(files=files, programme=reader.named_programme(text))


def _outline(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> Call | None:
    if files or not words.OUTLINE.search(text) or not words.OUTLINE_MAKE.search(text):
        return None
    direction = find_direction(text, reader.register.catalogue, past)
    if direction:
        return OutlineCall(direction=direction)
    return None if asks_rules(text, reader) else HelpCall(missing=_NO_DIRECTION)


def _export(text: str, files: tuple[str, ...], past: Past, reader: Reader) -> Call | None:
    if not words.EXPORT.search(text) or asks_rules(text, reader):
        return None
    return _to_export(text, files, reader) if files or stands_draft(past) else None


def stands_draft(past: Past) -> bool:
    """Say whether a draft is in hand."""
    return bool(past.latest(FillCall, CheckCall, InterviewCall) or words.DRAFT_STANDS.search(past.heard))


def _to_export(text: str, files: tuple[str, ...], reader: Reader) -> ExportCall:
    return ExportCall(
        files=files,
        format=format_in(text),
        anonymous=bool(words.ANONYMOUS.search(text)),
        programme=programme_of(text, form_in(text), reader),
    )


def format_in(text: str) -> ExportFormat:
    """Return the format that a text names, Word where it names none."""
    if words.FORMAT_MD.search(text):
        return "md"
    return "txt" if words.FORMAT_TXT.search(text) else "docx"


def _fill(text: str, files: tuple[str, ...], reader: Reader) -> Call | None:
    head = text[: len(text) - len(find_notes(text))]
    makes = any(
        words.MAKE.search(one.text) and (words.DRAFT.search(one.text) or words.NOTES.search(one.text))
        for one in split(head)
    ) or (files and words.FILLS.search(head) and (words.DRAFT.search(head) or words.NOTES.search(head)))
    if not makes or asks_rules(text, reader):
        return None
    form = form_in(text)
    given = {"form": form, "programme": programme_of(text, form, reader), "kind": loose_kind_in(text)}
    if files and order_words.CHECK.search(head):
        return None
    if files:
        return FillCall.model_validate({"files": files, **given})
    notes = find_notes(text)
    if notes and words.NOTES.search(text[: text.index(notes)]):
        return FillCall.model_validate({"notes": notes, **given})
    points = words.FROM.search(text) and words.NOTES.search(text)
    return HelpCall(missing=_NO_NOTES) if points and words.WISH.search(text) else None


def find_notes(text: str) -> str:
    """Return the notes pasted behind the words of an order; empty where there are none."""
    found = _PASTED.search(text)
    return found["notes"].strip() if found and count_characters(found["notes"]) >= _LEAST_PASTED else ""


def asks_rules(text: str, reader: Reader) -> bool:
    """Say whether a text asks how something is to be done, and does not order it."""
    head = text[: len(text) - len(find_notes(text))]
    asks = cues.ASKS.search(head) and not re.search(r"[能可][否不]?[能可以]?.{0,3}帮|帮我|替我|给我", head)
    return bool(asks) and (bool(words.RULES_OF.search(head)) or reader.rule_likeness(head) > 0)
