"""Kind `forbidden`: marks, contact data and instructions that do not belong into a draft."""

import re
from collections.abc import Iterator
from datetime import date

from assistant.checks.injections import find_injections
from assistant.checks.judgement import Flaw, Judgement, conclude, shorten
from assistant.checks.parsing.names import narrow
from assistant.checks.secrecy import find_marks
from assistant.checks.subject import Passage, Subject
from assistant.domain.kinds.content import ForbiddenRule

_CONTACT = re.compile(r"\d{4}|[@＠]")
"""In every number and address that is looked for."""
_MOBILE = re.compile(
    r"(?<![\d.A-Za-z_\-/])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?![\d.]\d|\d|\s*(?:个|条|例|次|种|株|[kMG]?Hz|bp|[nμmk]?m\b|kg|Pa|eV|元|吨|万|亿|%))"
)
_EMAIL = re.compile(r"(?<![\w.+\-])[A-Za-z0-9][\w.+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63})+", re.ASCII)
_IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])")
_NUMBERED = re.compile(
    r"(?:(?<!证)编号|批准号|项目号|专利号|登记号|标准号|DOI|doi|No\.|NO\.|(?<![机话证信])号|ID)\s*[:：]?\s*[A-Za-z]*$"
)
_LABEL_LENGTH = 24
"""Characters before a number in which its label stands."""
_CONTACT_LINE = re.compile(
    r"^\s*(?:[^，。；：:]{0,8})?(?:联\s*系\s*(?:人|电话|方式)|手\s*机|电\s*话|邮\s*箱|电子邮[箱件]|e-?mail|通[信讯]地址|通[信讯]作者|作者信息|学术秘书)[^，。；：:]{0,6}[:：]",
    re.IGNORECASE,
)


def judge(rule: ForbiddenRule, subject: Subject) -> Judgement:
    """Look through every paragraph of the file, headers and footnotes included; hidden text only for instructions."""
    flaws: list[Flaw] = []
    for passage in subject.passages():
        match rule.what:
            case "secrecy":
                spans = [] if passage.hidden else list(find_marks(passage.text))
            case "contact":
                spans = [] if passage.hidden or _is_meant(rule, passage) else list(_find_contacts(passage))
            case "injection":
                spans = find_injections(passage.text)
        flaws.extend(_build(rule, passage, start, end) for start, end in spans)
    return conclude(flaws)


def _build(rule: ForbiddenRule, passage: Passage, start: int, end: int) -> Flaw:
    text = passage.text[start:end].strip()
    return Flaw(
        where=passage.where.model_copy(
            update={
                "field": passage.label or None,
                "start": passage.where.start + start,
                "end": passage.where.start + end,
            }
        ),
        evidence=_mask(text) if rule.what == "contact" else shorten(text, 80),
        detail=f"“{passage.label}”中" if passage.label else "",
    )


def _find_contacts(passage: Passage) -> Iterator[tuple[int, int]]:
    if not _CONTACT.search(passage.text):
        return
    folded = narrow(passage.text)
    yield from (found.span() for found in _MOBILE.finditer(folded) if not _is_numbered(folded, found))
    yield from (found.span() for found in _EMAIL.finditer(folded))
    identities = (found for found in _IDENTITY.finditer(folded) if _is_birth_date(found))
    yield from (found.span() for found in identities if not _is_numbered(folded, found))


def _is_numbered(text: str, found: re.Match[str]) -> bool:
    """The digits are a patent's, a grant's or a data set's number."""
    return bool(_NUMBERED.search(text[max(0, found.start() - _LABEL_LENGTH) : found.start()]))


def _is_meant(rule: ForbiddenRule, passage: Passage) -> bool:
    """The paragraph belongs to a field for contact data, or is itself labelled as one."""
    if passage.label in rule.allowed_in or any(label in passage.printed_label for label in rule.allowed_in):
        return True
    return not passage.label and bool(_CONTACT_LINE.match(passage.text))


def _is_birth_date(found: re.Match[str]) -> bool:
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def _mask(text: str) -> str:
    """Hide the middle, so that a report can be passed on."""
    if "@" in text:
        name, _, host = text.partition("@")
        return f"{name[:2]}***@{host}"
    return f"{text[:3]}{'*' * max(4, len(text) - 7)}{text[-4:]}"
