"""Sentences of notes given their sections together: sections come in runs, headings decide, words do the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.writing.sections.headings import ASIDE, CLASSES
from assistant.writing.sections.model import Judged, Model, judge, load_model

HEADED = 4.0
"""Log odds that a heading of the author's adds: outweighed only where the words are as plain as an errand's."""
_CLAUSE, _FOLLOWING = 2.0, 0.65
"""How much of the habit of following counts: after a semicolon, and otherwise."""
_HELD = 1.5
"""Log odds added to staying where only a semicolon stands between."""
_GROUPED = 0.5
"""Log odds added to staying under a heading that names no section by itself."""


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
    judged = [judge(line.text) for line in lines]
    chosen = _decode(lines, judged, load_model())
    return [
        Placed(section=CLASSES[place], reason=_explain(line, one, CLASSES[place]))
        for line, one, place in zip(lines, judged, chosen, strict=True)
    ]


def _decode(lines: Sequence[Line], judged: Sequence[Judged], model: Model) -> list[int]:
    """Return the likeliest run of classes (Viterbi)."""
    everywhere = range(len(CLASSES))
    best = [own + begin for own, begin in zip(_scores(lines[0], judged[0]), model.follow[-1], strict=True)]
    came: list[list[int]] = []
    for place in range(1, len(lines)):
        scores = _scores(lines[place], judged[place])
        steps = _steps(lines[place - 1], lines[place], model)
        origins = [max(everywhere, key=lambda one, to=to: best[one] + steps[one][to]) for to in everywhere]
        best = [best[origins[to]] + steps[origins[to]][to] + scores[to] for to in everywhere]
        came.append(origins)
    path = [max(everywhere, key=lambda one: best[one])]
    for origins in reversed(came):
        path.append(origins[path[-1]])
    return path[::-1]


def _scores(line: Line, judged: Judged) -> list[float]:
    return [score + HEADED * (name == line.headed) for name, score in zip(CLASSES, judged.scores, strict=True)]


def _steps(before: Line, line: Line, model: Model) -> list[list[float]]:
    """Return what each step from class to class adds; another heading between two sentences cuts them apart."""
    if before.headed != line.headed or before.heading != line.heading:
        return [[0.0] * len(CLASSES) for _ in CLASSES]
    clause = before.paragraph == line.paragraph and before.text.endswith(("；", ";"))
    share = _CLAUSE if clause else _FOLLOWING
    held = _HELD * clause + _GROUPED * (bool(line.heading) and line.headed is None)
    return [
        [share * odds + held * (one == to) for to, odds in enumerate(row)] for one, row in enumerate(model.follow[:-1])
    ]


def _explain(line: Line, judged: Judged, section: str) -> str:
    """Return why a sentence stands in a section."""
    if line.headed == section:
        return f"笔记里写在“{line.heading}”之下。"
    cues = judged.name_cues(section)
    if cues:
        return f"这一句{'，'.join(cues)}。"
    if section == ASIDE:
        return "不像表格要写的内容，请作者决定放在哪里。"
    own = CLASSES[max(range(len(CLASSES)), key=lambda place: judged.scores[place])]
    return f"用词与“{section}”的写法相近。" if own == section else f"与前后句相连，同属“{section}”。"
