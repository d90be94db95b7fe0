"""Whether a draft treats what the research content asks for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.coverage.demands import Demands, Topic, gather_words
from assistant.checks.coverage.segments import Sentence
from assistant.checks.coverage.terms import Weights, read_characters, read_terms

_SENTENCE, _LONG_CLAUSE, _CLAUSE, _ELEMENT = 0.16, 0.14, 0.08, 0.05
"""Share of its own words up to which a sentence, a telling clause, any clause and an element of a list are absent."""
_TOGETHER = 1.3
"""What all sentences together may hold of a clause or an element, as a multiple of what one may."""
_ANYWHERE = 0.28
"""Share in the draft as a whole, its sentences together, up to which a sentence is absent."""
_PLAIN = 0.45
"""Share in one sentence, words that the direction says elsewhere counted in full, up to which something is absent."""
_OVERVIEW = 0.12
"""The same for an overview, whose words the details repeat."""
_RESULT = re.compile(r"示范|应用|推广|标准|规范|规程|合作|交流|数据库|平台|工程建设|基地|专利|软件|培养")
"""Results, which many authors name among the indicators only."""
_LEAST = 9.0
"""Weight from which words tell enough to call them absent: about three rare pairs."""
_MUCH = 20.0
"""Weight from which words of its own suffice to call something absent, though its other words stand elsewhere."""
_ANSWERED = 0.6
"""Share in the indicators from which a person should say whether the research treats it as well."""
_TREATED = 0.3
"""Share from which a topic is treated at all rather than touched."""
_OWN = 0.25
"""Share of a sentence's words that the guide lacks; less is copied."""


@dataclass(frozen=True)
class Said:
    """One sentence of the draft, with its words."""

    label: str
    sentence: Sentence

    @cached_property
    def words(self) -> frozenset[str]:
        """Pairs, Latin words and single characters."""
        plain = "，".join(clause.plain for clause in self.sentence.clauses)
        return read_terms(plain) | read_characters(plain)

    @property
    def has_number(self) -> bool:
        """Say whether the sentence holds a number with a unit."""
        return any(clause.measures for clause in self.sentence.clauses)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of some words a draft holds, each from 0 to 1."""

    local: float
    """Most that one sentence holds of the words that only these demands have."""
    whole: float
    """What all sentences together hold of them."""
    plain: float
    """Most that one sentence holds, words that other demands have counted in full."""
    weight: float
    """What the words weigh that only these demands have."""
    best: Said | None
    """Sentence that holds most; None where none holds anything."""


def measure_share(words: frozenset[str], said: Sequence[Said], weights: Weights) -> Share:
    """Return how much of the words the sentences hold."""
    own = {word: weights.weigh(word) for word in words}
    full = {word: weights.rarity.weigh(word) for word in words}
    total, whole = sum(own.values()), sum(full.values())
    if not total:
        return Share(1.0, 1.0, 1.0, 0.0, None)
    best, most, plainest, held = None, 0.0, 0.0, set[str]()
    for one in said:
        common = one.words & words
        held |= common
        weight = _sum(own, common)
        plainest = max(plainest, _sum(full, common))
        if weight > most:
            best, most = one, weight
    return Share(most / total, _sum(own, held) / total, plainest / whole, total, best)


def _sum(weights: Mapping[str, float], words: frozenset[str] | set[str]) -> float:
    return sum(weights[word] for word in words)


@dataclass(frozen=True, slots=True)
class Gap:
    """Demands that stand together and have no counterpart."""

    topics: tuple[Topic, ...]
    sure: bool
    """False where the indicators answer them, so that a person should look."""


def find_gaps(demands: Demands, said: Sequence[Said], indicators: Sequence[Said], weights: Weights) -> list[Gap]:
    """Return what the research content asks for and the draft wholly lacks, whole sentences before their parts."""
    gaps: list[Gap] = []
    for topics in _group(demands.topics):
        asked = [topic for topic in topics if topic.kind in ("demand", "element")]
        if not asked:
            continue
        share = measure_share(_gather(asked), said, weights)
        plain = _OVERVIEW if asked[0].overview else _PLAIN
        if _is_absent(share, _SENTENCE, _ANYWHERE, plain):
            gaps.append(_build_gap(tuple(asked), indicators, weights))
        else:
            gaps.extend(_find_parts([one for one in asked if not one.overview], said, indicators, weights))
    return gaps


def _find_parts(
    asked: Sequence[Topic], said: Sequence[Said], indicators: Sequence[Said], weights: Weights
) -> Iterator[Gap]:
    for topic in asked:
        share = measure_share(gather_words(topic), said, weights)
        if _is_absent(share, limit := _limit(topic, share), limit * _TOGETHER, _PLAIN):
            yield _build_gap((topic,), indicators, weights)


def _limit(topic: Topic, share: Share) -> float:
    if topic.kind == "element":
        return _ELEMENT
    return _LONG_CLAUSE if share.weight >= _MUCH else _CLAUSE


def _is_absent(share: Share, local: float, whole: float, plain: float) -> bool:
    if share.weight < _LEAST or share.local > local or share.whole > whole:
        return False
    return share.plain <= plain or (share.weight >= _MUCH and share.whole <= local and plain == _PLAIN)


def _build_gap(topics: tuple[Topic, ...], indicators: Sequence[Said], weights: Weights) -> Gap:
    result = all(_RESULT.search(topic.words) for topic in topics)
    return Gap(topics, not result or measure_share(_gather(topics), indicators, weights).local < _ANSWERED)


def _gather(topics: Sequence[Topic]) -> frozenset[str]:
    return frozenset().union(*(gather_words(topic) for topic in topics))


def _group(topics: Sequence[Topic]) -> list[list[Topic]]:
    groups: dict[int, list[Topic]] = {}
    for topic in topics:
        groups.setdefault(topic.sentence, []).append(topic)
    return list(groups.values())
