"""Which first-level disciplines of GB/T 13745 a text speaks of, by the words of their names."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from assistant.domain.catalogue import Angle, Category

_STOP = frozenset(
    [
        "研究",
        "技术",
        "科学",
        "工程",
        "理论",
        "方法",
        "系统",
        "应用",
        "基础",
        "其他",
        "学科",
        "问题",
        "分析",
        "设计",
        "管理",
        "测量",
        "一般",
        "材料",
        "数据",
        "产品",
        "结构",
        "机构",
        "整理",
        "控制",
        "信息",
    ]
)
_FIRST = 3
"""Digits of the code of a first-level discipline."""
_LONG_WORD = 4
"""Characters of a word that tells a discipline by itself."""
_OFTEN = 3
"""Times that a shorter word stands in the notes to tell as much."""
_SHARE = 0.3
"""Share of the best discipline's evidence below which another one is not offered."""
Ranked = Sequence[tuple[str, float, list[str]]]
"""Codes of first-level disciplines, how much speaks for each, and the words that do, the most telling first."""


def keep_sound(ranked: Ranked, text: str) -> Ranked:
    """Return the disciplines for which more speaks than one short word, and not far less than for the best one."""
    sound = [
        (code, score, words)
        for code, score, words in ranked
        if words and (len(words) > 1 or len(words[0]) >= _LONG_WORD or text.count(words[0]) >= _OFTEN)
    ]
    return [one for one in sound if one[1] >= _SHARE * sound[0][1]]


def rank(text: str, stems: dict[str, tuple[str, ...]]) -> Ranked:
    """Return the first-level codes whose words stand in the text, the fullest first.

    A word counts by its length and by how often it stands there, is shared among all codes that have it, and counts
    nothing inside a longer one that stands there as often.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for code, names in stems.items():
        for name in names:
            if name in text:
                owners[name].add(code)
    scores: dict[str, float] = defaultdict(float)
    words: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for name, codes in owners.items():
        times = text.count(name) - max((text.count(one) for one in owners if name != one and name in one), default=0)
        if times < 1:
            continue
        value = (len(name) - 1) * (1 + math.log(times)) / len(codes)
        for code in codes:
            scores[code] += value
            words[code].append((-value, name))
    ranked = sorted(scores, key=lambda code: -scores[code])
    return [(code, scores[code], [name for _, name in sorted(words[code])[:4]]) for code in ranked]


@lru_cache(maxsize=2)
def read_stems(disciplines: tuple[Category, ...], angles: tuple[Angle, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Return the words by which notes speak of each first-level discipline.

    They are the names below it, without 学 and 技术, and the words by which titles of a second-level one are known.
    """
    by_code = {one.code: one for one in disciplines}
    stems: dict[str, set[str]] = defaultdict(set)
    for one in disciplines:
        above = one
        while above.level > 1 and above.parent in by_code:
            above = by_code[above.parent]
        stems[above.code] |= set(cut_name(one.name))
    for angle in angles:
        first = angle.code[:_FIRST]
        if len(angle.code) > _FIRST and by_code.get(first):
            stems[first] |= {cue for cue in angle.cues if len(cue) > 1 and cue not in _STOP}
    return {code: tuple(sorted(names)) for code, names in stems.items()}


def cut_name(name: str) -> list[str]:
    """Return the words of a name of the standard that tell something by themselves."""
    parts = re.split(r"[、与和及（）()]", re.sub(r"其他学科|其他|（.*?）", "", name))
    parts = [part for part in parts if not part.endswith("史")]
    cut = [
        re.sub(r"(?:科学与技术|科学技术|工程学|工程技术|工程|科学|技术|学科|学|理论|方法)$", "", part) for part in parts
    ]
    return [part for part in cut if len(part) > 1 and part not in _STOP]
