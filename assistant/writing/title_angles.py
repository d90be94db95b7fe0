"""What a discipline suggests to narrow a title by, from the table of angles; suggestions that an author confirms."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from assistant.domain.catalogue import Angle, Catalogue, Category
from assistant.writing.title_kinds import ENGINEERING, HINT, INDUSTRY, SCIENCE, AddedPart, Extra
from assistant.writing.title_words import DONE, HAPPENS, LOWER, RAISE

ANGLE = "学科“"
"""Opens the origin of what an angle suggests."""
_PARTS: dict[str, tuple[AddedPart, ...]] = {
    SCIENCE: ("mechanism", "condition", "measure"),
    ENGINEERING: ("measure", "condition", "target"),
    INDUSTRY: ("target", "measure", "condition"),
}
"""What a kind of problem is narrowed by, the most telling first."""
_LABELS: dict[AddedPart, str] = {
    "mechanism": "影响因素",
    "condition": "条件",
    "measure": "做法",
    "target": "目标",
    "aspect": "性能",
}


_FIRST_LEVEL = 3
"""Digits of the code of a first-level discipline; its angle is for titles that nothing narrower knows."""
_LATER = 1.5
"""How much more a word counts at the end of a title, where its noun stands, than at its beginning."""
_PHENOMENA = frozenset({"13015", "13020", "13025", "14020", "43020", "61050"})
"""Disciplines of what happens to any machine: fatigue, vibration, flow, noise, corrosion, recycling."""
_LAST = 8
"""Characters at the end of a title in which such a word says what the problem is."""
_DECIDES = 3.5
_MEDICINE = ("32",)
_LIVING = ("21", "22", "23", "24", "18051", "18054", "18057", "18061")
"""Disciplines of plants, animals and microbes: what they live with is no matter of clinical medicine."""
_CLASH = 0.4
"""Share of a clinical angle's score from which another living thing in the title speaks against it."""
_WORD_ENDS = rf"$|[的与和及、，]|{DONE}|{HAPPENS}|{RAISE}|{LOWER}"
"""What stands behind the end of a word as far as grammar alone can tell."""
_TOOL = re.compile(r"(?:装备|装置|设备|仪器?|系统|平台|软件|传感器)$")
_SENSES = re.compile(r"检测|监测|识别|鉴别|判别|探测|测量|成像|传感|诊断|预警|测试|分析")


def find_angle(title: str, nearest: Category | None, catalogue: Catalogue) -> Angle | None:
    """Return the angle of whose words the title holds most, else that of the nearest discipline or of one above it.

    Angles of whole first-level disciplines come last.
    """
    special = [one for one in catalogue.angles if len(one.code) > _FIRST_LEVEL]
    general = [one for one in catalogue.angles if len(one.code) == _FIRST_LEVEL]
    called = next((one for one in special if nearest and one.code == nearest.code), None)
    return _find_best(title, special) or called or _find_best(title, general)


def _find_best(title: str, angles: Sequence[Angle]) -> Angle | None:
    scored = [(_score(title, one), -len(one.cues), one) for one in angles]
    living = max((score for score, _, one in scored if one.code.startswith(_LIVING)), default=0)
    sound = [item for item in scored if not (item[2].code.startswith(_MEDICINE) and living >= _CLASH * item[0])]
    best = max(sound, default=None, key=lambda item: item[:2])
    return best[2] if best and best[0] else None


def list_suggestions(angle: Angle, kind: str, disciplines: Sequence[Category]) -> list[Extra]:
    """Return what the angle suggests for the kind, one of each part by turns.

    Args:
        angle: of the title's discipline.
        kind: one of the three.
        disciplines: of GB/T 13745, for the name.
    """
    columns = {
        "mechanism": angle.mechanisms,
        "condition": angle.conditions,
        "measure": angle.measures,
        "target": angle.targets,
    }
    called = _call(angle, disciplines)
    lists = [
        [Extra(part=part, text=text, origin=called.format(_LABELS[part])) for text in columns[part]]
        for part in _PARTS[kind]
    ]
    return [extra for row in zip_longest(*lists) for extra in row if extra]


def list_aspects(angle: Angle, topic: str, disciplines: Sequence[Category]) -> Iterator[Extra]:
    """Yield properties by which a mere thing becomes something to ask about; those of a tool where it is one."""
    thing = topic.removesuffix("国产化")
    tool = _TOOL.search(thing) and not thing.endswith(angle.cues)
    if not tool and thing.endswith(angle.cues):
        for text in angle.aspects:
            yield Extra(part="aspect", text=text, origin=_call(angle, disciplines).format(_LABELS["aspect"]))
    elif tool:
        yield Extra(part="aspect", text="检测精度" if _SENSES.search(topic) else "运行可靠性", origin=HINT)


def _score(title: str, angle: Angle) -> float:
    """A longer word says more, and so does a later one; a word inside another one that was found says nothing."""
    found = [cue for cue in angle.cues if _names(title, cue)]
    outer = [cue for cue in found if not any(cue != other and cue in other for other in found)]
    decides = angle.code in _PHENOMENA and any(cue in title[-_LAST:] for cue in outer) and not _SENSES.search(title)
    total = sum((len(cue) - 0.5) * (1 + _LATER * (title.rfind(cue) + len(cue)) / len(title)) for cue in outer)
    return total * (_DECIDES if decides else 1)


def _names(title: str, cue: str) -> bool:
    """Say whether a title speaks of a cue: one character counts only at the end of a word (not 爆竹无烟化)."""
    return cue in title and (len(cue) > 1 or re.search(rf"{re.escape(cue)}(?:{_WORD_ENDS})", title) is not None)


def _call(angle: Angle, disciplines: Sequence[Category]) -> str:
    name = next((one.name for one in disciplines if one.code == angle.code), "")
    return f"{ANGLE}{name}”（GB/T 13745 {angle.code}）常见的{{}}，本工具所列，请确认或换成实际的"
