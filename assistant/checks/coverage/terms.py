"""The words that tell what a clause is about, and how much each of them tells."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.checks.coverage.notation import plain
from assistant.checks.identity import Same
from assistant.domain.direction import Direction

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_LEFT_OUT = (
    "不低于 不少于 不小于 不高于 不大于 不超过 不多于 不差于 优于 大于 小于 低于 高于 超过 达到 至少 以上 以下 以内 "
    "左右 之间 分别 研究 研发 开发 研制 形成 建立 构建 实现 完成 提出 开展 获得 制定 突破 揭示 阐明 发现 进行 针对 "
    "面向 围绕 聚焦 基于 通过 采用 利用 结合 具有 具备 包括 包含 用于 适用 相关 主要 以及 并且 能够 可以 其中 同时 "
    "提供 支持 进一步 不同 各类 各种 重要 重大 关键 核心 新型 相比 比较 现有 明确 申请 一种 一套 一个 一批 一系列 若干 "
    "性能优异 性能优良 优异 优良 "
    "多种 多个 但不限于 本项目 项目 课题 拟 达 及 和 与 或 的 了 在 并 于 将 由 该 各 每 而 且 之 至 到"
)
"""Comparators, verbs of research and function words: they may stand in any clause."""
_OUT = re.compile("|".join(map(re.escape, sorted(_LEFT_OUT.split(), key=lambda word: -len(word)))))
LATIN = re.compile(r"[A-Za-zμΩα-ωΑ-Ω]+(?:\d+(?![.\d]))?")
"""A Latin word or a symbol with its number (NH3, SO2)."""
_NAMES = {
    "co2": "二氧化碳", "nox": "氮氧化物", "so2": "二氧化硫", "ch4": "甲烷", "n2o": "氧化亚氮", "nh3": "氨", "h2": "氢",
    "vocs": "挥发性有机物", "ai": "人工智能", "ups": "不间断电源", "机理": "机制", "评估": "评价", "气氛": "氛围",
    "标记物": "标志物", "途径": "路径", "精确": "精准", "氮氧化合物": "氮氧化物",
    "相差": "误差", "偏差": "误差", "体积分数": "浓度", "费用": "成本",
}  # fmt: skip
_LOWERED = str.maketrans("₀₁₂₃₄", "01234")
_ALIKE = re.compile(
    r"[CNSVHAU机评气标途精氮相偏体费](?:(?<=机)理|(?<=评)估|(?<=气)氛|(?<=标)记物|(?<=途)径|(?<=精)确|(?<=氮)氧化合物|"
    r"(?<=[相偏])差|(?<=体)积分数|(?<=费)用|(?<![A-Za-z].)(?:"
    r"(?<=C)O[2₂]|(?<=N)O_?[xX]|(?<=S)O[2₂]|(?<=C)H[4₄]|(?<=N)[2₂]O|(?<=N)H[3₃]|(?<=V)OCs|(?<=H)[2₂]|(?<=A)I|(?<=U)PS"
    r")(?![A-Za-z\d]))"
)
"""Begins with a class, so that all other characters are passed over at once."""
_RUN = re.compile(rf"{_HAN}+|{LATIN.pattern}")
SINGLE = 0.35
"""Weight of a single character beside that of a pair: words that differ by one character still meet."""


def leave_out(text: str) -> str:
    """Return a plain text with a blank for each word that any clause may hold; line breaks stay.

    Formulas and abbreviations become the words that they stand for, and words of one meaning one word.
    """
    return _OUT.sub(" ", _ALIKE.sub(lambda found: _NAMES[found[0].lower().replace("_", "").translate(_LOWERED)], text))


@lru_cache(maxsize=16384)
def read_terms(text: str) -> frozenset[str]:
    """Return pairs of characters and Latin words of a plain text; words that any clause may hold give none."""
    terms: list[str] = []
    for run in _RUN.findall(leave_out(text)):
        if run[0] < "\u3400":
            terms.append(run.lower())
        elif len(run) == 1:
            terms.append(run)
        else:
            terms.extend(run[place : place + 2] for place in range(len(run) - 1))
    return frozenset(terms)


@lru_cache(maxsize=16384)
def read_characters(text: str) -> frozenset[str]:
    """Return the single Chinese characters of a plain text that its words are made of."""
    return frozenset(character for term in read_terms(text) if term[0] >= "\u3400" for character in term)


_MOST_KNOWN = 50_000
"""Terms whose weight is remembered."""
_TITLE = 0.3
"""What a word of the direction's title counts: any draft under the direction has it."""


class Rarity:
    """How much a term tells among the directions of one guide."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = max(len(texts), 1)
        self._known: dict[str, float] = {}
        self._bearers = Counter(term for text in texts for term in read_terms(text) | read_characters(text))

    def weigh(self, term: str) -> float:
        """Return the weight: about 0.5 for a term of every direction, most for one of none or a single one."""
        known = self._known.get(term)
        if known is None:
            bearers = self._bearers.get(term, 0)
            known = math.log(1.6 + (self._count - bearers) / (bearers + 0.5))
            known *= SINGLE if len(term) == 1 and term >= "\u3400" else 1.0
            if len(self._known) < _MOST_KNOWN:
                self._known[term] = known
        return known

    def sum(self, terms: Iterable[str]) -> float:
        """Return the weight of all terms together."""
        return sum(map(self.weigh, terms))


def measure_rarity(directions: tuple[Direction, ...]) -> Rarity:
    """Return how rare terms are among the directions of a guide; made once for a guide."""
    return _measure(Same(directions))


@lru_cache(maxsize=16)
def _measure(key: Same[tuple[Direction, ...]]) -> Rarity:
    texts = (f"{one.title}。{one.research_content}。{one.assessment_indicators}" for one in key.value)
    return Rarity([plain(text) for text in texts])


class Weights:
    """What words tell between the demands of one direction: rare ones much, those that several demands have less."""

    def __init__(self, demands: Iterable[frozenset[str]], title: str, rarity: Rarity) -> None:
        self.rarity = rarity
        self._shared = Counter(word for words in demands for word in words)
        self._title = read_terms(title) | read_characters(title)
        self._known: dict[str, float] = {}
        self._sums: dict[frozenset[str], float] = {}

    def weigh(self, word: str) -> float:
        """Return the weight of one word."""
        known = self._known.get(word)
        if known is None:
            known = self.rarity.weigh(word) / max(1, self._shared[word]) * (_TITLE if word in self._title else 1.0)
            self._known[word] = known
        return known

    def sum(self, words: frozenset[str]) -> float:
        """Return the weight of all words together."""
        known = self._sums.get(words)
        if known is None:
            known = self._sums[words] = sum(map(self.weigh, words))
        return known
