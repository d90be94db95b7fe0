"""Clauses named by number in any notation (四、2, 第四部分第2条, 附件3第二部分), set against the paths of a notice."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain.notice import Clause
from assistant.text import normalise

_DIGITS = "一二三四五六七八九"
_NUMERAL = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_STEP = re.compile(
    rf"(?P<attachment>附(?:件|表))(?P<a>{_NUMERAL})"
    rf"|第(?P<b>{_NUMERAL})(?:大?部分|大?[章节条款项点]|大点)"
    rf"|[(（](?P<c>{_NUMERAL})[)）]"
    r"|(?P<d>[一二三四五六七八九十]{1,2})(?:、(?=\d|[(（]|第|里|中|的|下)|(?=[(（][\d一二三四五六七八九十]{1,2}[)）]))"
    r"|(?P<f>(?<!\d)\d{1,2})(?=[(（]\d{1,2}[)）])"
    r"|(?<=、)(?P<e>\d{1,2})(?![\d年月日个项万亿.])"
)
_PATH = re.compile(rf"(附件)?({_NUMERAL})")
_NEAR = 12
"""Characters between two steps of one address, such as the title in 附件3推荐报告模板的第二部分."""


@dataclass(frozen=True, slots=True)
class Named:
    """Clauses that a question names by number."""

    paths: tuple[str, ...] = ()
    certainty: int = 0
    """3: the attachment is told by its title too; 2: the whole number; 1: its end only; 0: none is named."""


def find_clauses(question: str, clauses: Sequence[Clause]) -> Named:
    """Return the clauses that a normalised question names by number."""
    steps = _read(question)
    if not steps:
        return Named()
    titled = _find_titled(question, clauses)
    if titled and not steps[0].startswith("附件"):
        found = _select(clauses, lambda address: address == [*titled, *steps])
        if found:
            return Named(found, 3)
    whole = _select(clauses, lambda address: address == steps)
    if whole:
        return Named(whole, 2)
    ending = _select(clauses, lambda address: len(steps) > 1 and address[-len(steps) :] == steps)
    return Named(ending, 1) if ending else Named()


def take_out(question: str) -> str:
    """Return a normalised question with a bar in place of each step of an address."""
    return _STEP.sub("|", question)


def _select(clauses: Sequence[Clause], fits: Callable[[list[str]], bool]) -> tuple[str, ...]:
    """Return the outermost clauses whose address fits: a blank of a form has the address of its attachment."""
    found = [clause for clause in clauses if clause.kind != "row" and fits(_address(clause.path))]
    paths = {clause.path for clause in found}
    return tuple(clause.path for clause in found if clause.parent not in paths)


def _read(question: str) -> list[str]:
    """Return the steps of the first address in the question, from the outside in."""
    steps: list[str] = []
    end = 0
    for match in _STEP.finditer(question):
        if steps and match.start() - end > _NEAR:
            break
        numeral = next(value for name, value in match.groupdict().items() if name != "attachment" and value)
        steps.append(("附件" if match["attachment"] else "") + _arabic(numeral))
        end = match.end()
    return steps


def _address(path: str) -> list[str]:
    return [("附件" if attachment else "") + _arabic(numeral) for attachment, numeral in _PATH.findall(normalise(path))]


def _find_titled(question: str, clauses: Sequence[Clause]) -> list[str]:
    """Return the address of the attachment whose title's end the question repeats (推荐报告模板)."""
    shortest = 4
    best: tuple[int, list[str]] = (0, [])
    for clause in clauses:
        title = normalise(clause.title)
        if clause.parent is None and clause.path.startswith("附件") and len(title) >= shortest:
            length = next((size for size in range(len(title), shortest - 1, -1) if title[-size:] in question), 0)
            best = max(best, (length, _address(clause.path)), key=lambda pair: pair[0])
    return best[1]


def _arabic(numeral: str) -> str:
    if numeral.isdigit():
        return str(int(numeral))
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return str(_DIGITS.index(tens) + 1)
    return str(10 * (_DIGITS.index(tens) + 1 if tens else 1) + (_DIGITS.index(ones) + 1 if ones else 0))
