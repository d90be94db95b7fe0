"""Sentences of notes given their sections together: headings decide, sections come in runs, words do the rest.

Two ways of writing notes are weighed against each other by how well each explains the whole: section by section, as
most people do, and in no order at all. Each sentence gets the section that is likeliest over both (forward-backward).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.writing.sections.headings import ASIDE, CLASSES
from assistant.writing.sections.model import Judged, Model, judge, load_model

HEADED = 4.0
"""Log odds that a heading of the author's adds: outweighed only where the words are as plain as an errand's."""
_TRUST = 1.2
"""Exponent of what the words of a sentence say: the fitted probabilities are too cautious."""
_HELD = 2.5
"""Log odds added to staying where only a semicolon stands between."""
_GROUPED = 0.5
"""Log odds added to staying under a heading that names no section by itself."""
_DOUBTFUL = 0.3
"""Probability of another section from which it is named beside the chosen one."""

_Table = Sequence[Sequence[float]]
_PLACES = range(len(CLASSES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence with what stands around it."""

    text: str
    paragraph: int
    """Number of its paragraph; sentences of one paragraph have the same."""
    headed: str | None = None
    """Section or `ASIDE` that the heading above it, or the words before its colon, name."""
    heading: str = ""
    """Those words."""
    weight: float = HEADED
    """Log odds that they add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The place of one sentence."""

    section: str
    """One of `CLASSES`."""
    reason: str
    """In Chinese."""


def place_all(lines: Sequence[Line]) -> list[Placed]:
    """Return the place of each sentence, in order."""
    if not lines:
        return []
    model = load_model()
    judged = [judge(line.text) for line in lines]
    scores = [_score(line, one, model) for line, one in zip(lines, judged, strict=True)]
    return [
        _place(line, one, shares)
        for line, one, shares in zip(lines, judged, _weigh_manners(lines, scores, model), strict=True)
    ]


def _score(line: Line, judged: Judged, model: Model) -> list[float]:
    """Return what the words of a sentence and its heading say for each class, in logs, up to a constant."""
    return [
        _TRUST * (score - prior) + line.weight * (name == line.headed)
        for name, score, prior in zip(CLASSES, judged.scores, model.prior, strict=True)
    ]


def _weigh_manners(lines: Sequence[Line], scores: _Table, model: Model) -> list[list[float]]:
    """Return the log probability of each class of each sentence over both manners of writing."""
    loose = [model.often] * (len(CLASSES) + 1)
    told = [_sum_paths(lines, scores, table, model.often) for table in (model.follow, loose)]
    whole = _log_sum([total for _, total in told])
    return [
        [_log_sum([shares[place][one] + total - whole for shares, total in told]) for one in _PLACES]
        for place in range(len(lines))
    ]


def _sum_paths(
    lines: Sequence[Line], scores: _Table, table: _Table, often: Sequence[float]
) -> tuple[list[list[float]], float]:
    """Return the log probabilities of the classes of each sentence in one manner, and that of the notes in it."""
    steps = [_steps(lines[place - 1], lines[place], table, often) for place in range(1, len(lines))]
    ahead = [[begin + own for begin, own in zip(table[-1], scores[0], strict=True)]]
    for step, own in zip(steps, scores[1:], strict=True):
        ahead.append([own[to] + _log_sum([ahead[-1][one] + step[one][to] for one in _PLACES]) for to in _PLACES])
    behind = [[0.0] * len(CLASSES)]
    for step, own in zip(reversed(steps), reversed(scores[1:]), strict=True):
        behind.append([_log_sum([step[one][to] + own[to] + behind[-1][to] for to in _PLACES]) for one in _PLACES])
    total = _log_sum(ahead[-1])
    shares = [
        [one + other - total for one, other in zip(before, after, strict=True)]
        for before, after in zip(ahead, reversed(behind), strict=True)
    ]
    return shares, total


def _steps(before: Line, line: Line, table: _Table, often: Sequence[float]) -> list[list[float]]:
    """Return the log probability of each step from class to class; another heading cuts two sentences apart."""
    if before.headed != line.headed or before.heading != line.heading:
        return [list(often)] * len(CLASSES)
    clause = before.paragraph == line.paragraph and before.text.endswith(("；", ";"))
    held = _HELD * clause + _GROUPED * (bool(line.heading) and line.headed is None)
    return [[odds + held * (one == to) for to, odds in enumerate(table[one])] for one in _PLACES]


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(one - top) for one in values))


def _place(line: Line, judged: Judged, shares: Sequence[float]) -> Placed:
    """Return the likeliest section with the reason, and the next one where it is hardly less likely."""
    first, second = sorted(_PLACES, key=lambda one: -shares[one])[:2]
    doubt = f"也可以放在“{CLASSES[second]}”，请核对。" if shares[second] >= math.log(_DOUBTFUL) else ""
    section = CLASSES[first]
    return Placed(section=section, reason=_explain(line, judged, section) + doubt)


def _explain(line: Line, judged: Judged, section: str) -> str:
    """Return why a sentence stands in a section."""
    if line.headed == section:
        return f"笔记里写在“{line.heading}”之下。"
    cues = judged.name_cues(section)
    if cues:
        return f"这一句{'，'.join(cues)}。"
    if section == ASIDE:
        return "不像表格要写的内容，请作者决定放在哪里。"
    own = CLASSES[max(_PLACES, key=lambda place: judged.scores[place])]
    return f"用词与“{section}”的写法相近。" if own == section else f"与前后句相连，同属“{section}”。"
