"""Sentences of a preamble or of an area's paragraph that bind directions, and which directions each of them binds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.direction import Limit, LimitScope, Requirement
from assistant.domain.notice import Span
from assistant.library.guide_flow import Sentence, split_clauses, split_sentences
from assistant.library.guide_limits import find_limits, find_ratio
from assistant.text import bigrams

_NUMBERS = r"(?P<numbers>\d{1,2}\.\d{1,2}(?:[、和及,，]\d{1,2}\.\d{1,2})*)"
_INCLUDED = re.compile(rf"指南方向{_NUMBERS}")
_EXCLUDED = re.compile(rf"除{_NUMBERS}外")
_PARTS = re.compile(r"围绕(?P<parts>[^，。；]+?)等[\d一二三四五六七八九十]+个方向")
_PART_NAMES = re.compile(r"(?P<names>[^，。；（]{2,30}?)(?:方向各项目|[一二两三四五]?部分指南方向)")
_LINKED = re.compile(r"(?P<name>部省联动)项目")
_YOUTH = "青年科学家"
_YOUTH_RULE = re.compile(r"年龄|标[*＊]|不受")
_ABOVE = "同上"
"""A sentence that refers to the one above is about the same directions."""
_DEMAND = re.compile(
    r"联合申报|共同参与申报|限组织申报|年龄要求|不再下设|推荐申报|组织申报|牵头申报|由[^，。；]{2,12}(?:推荐|牵头)"
    r"|(?:须|应)(?:由|具备|包括|至少)|[须需][^，。；]*(?:认可|保障)"
)
"""Words by which a sentence asks something of applicants besides numbers."""
_GENERAL = re.compile(r"涉及|伦理|是指|阶段|总体目标")
"""Sentences about ethics, definitions and aims: clauses of the notice, not repeated with each direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a provision's sentence says about the directions that it binds; an empty part binds all."""

    numbers: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    linked: str = ""
    """A word that the direction's own text must hold, such as 部省联动."""
    youth: bool = False

    def binds(self, number: str, own_text: str, *, youth: bool) -> bool:
        """Say whether the direction of that number and text is meant."""
        return (
            (not self.numbers or number in self.numbers)
            and number not in self.excluded
            and (not self.areas or number.split(".", maxsplit=1)[0] in self.areas)
            and self.linked in own_text
            and (youth or not self.youth)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One sentence with what it lays down."""

    requirement: Requirement
    limits: tuple[Limit, ...]
    ratios: tuple[Requirement, ...]
    target: Target


def read_provisions(
    text: str, pieces: Sequence[Span], scope: LimitScope, areas: Sequence[tuple[str, str]] = ()
) -> tuple[Provision, ...]:
    """Return the sentences that bind directions.

    Args:
        text: the whole notice.
        pieces: the preamble or the paragraph.
        scope: whose the pieces are.
        areas: number and title of the guide's areas, among which a sentence may choose by naming a part of the guide.
    """
    sentences = split_sentences(text, pieces)
    parts = _read_parts(sentences)
    return tuple(_iterate(text, sentences, scope, _assign(parts, areas)))


def find_ratios(text: str, sentence: Sentence, scope: LimitScope) -> tuple[Requirement, ...]:
    """Return the clauses of the sentence that set a ratio of funds, each with who pays."""
    clauses = (clause for clause in split_clauses(text, sentence) if find_ratio(clause.squashed))
    return tuple(build_requirement(clause, scope) for clause in clauses)


def build_requirement(sentence: Sentence, scope: LimitScope) -> Requirement:
    """Return the sentence as a requirement."""
    return Requirement(text=sentence.text, quote=sentence.quote, span=sentence.span, scope=scope)


def is_demand(squashed: str) -> bool:
    """Say whether a sentence asks something of applicants besides numbers."""
    return bool(_DEMAND.search(squashed)) and not _GENERAL.search(squashed)


def _iterate(
    text: str, sentences: Iterable[Sentence], scope: LimitScope, parts: dict[str, frozenset[str]]
) -> Iterator[Provision]:
    target = Target()
    for sentence in sentences:
        squashed = sentence.squashed
        target = target if _ABOVE in squashed else _read_target(squashed, parts)
        own_scope: LimitScope = "area" if target.areas else scope
        limits = tuple(find_limits(text, sentence, own_scope))
        ratios = find_ratios(text, sentence, own_scope)
        rule_of_youth = target.youth and bool(_YOUTH_RULE.search(squashed))
        if limits or ratios or rule_of_youth or is_demand(squashed):
            requirement = build_requirement(sentence, own_scope)
            yield Provision(requirement=requirement, limits=limits, ratios=ratios, target=target)


def _read_target(squashed: str, parts: dict[str, frozenset[str]]) -> Target:
    linked = _LINKED.search(squashed)
    named = _PART_NAMES.search(squashed)
    names = re.split("[和、与及]", named["names"]) if named else []
    return Target(
        numbers=_read_numbers(_INCLUDED, squashed),
        excluded=_read_numbers(_EXCLUDED, squashed),
        areas=frozenset[str]().union(*(parts.get(name, frozenset()) for name in names)),
        linked=linked["name"] if linked else "",
        youth=_YOUTH in squashed,
    )


def _read_numbers(pattern: re.Pattern[str], squashed: str) -> frozenset[str]:
    return frozenset(
        number for found in pattern.finditer(squashed) for number in re.findall(r"\d+\.\d+", found["numbers"])
    )


def _read_parts(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """Return the parts that the guide says it consists of (围绕科学仪器、科研试剂、…等四个方向)."""
    for sentence in sentences:
        found = _PARTS.search(sentence.squashed)
        if found:
            return tuple(re.split("[和、]", found["parts"]))
    return ()


def _assign(parts: Sequence[str], areas: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return part to the numbers of its areas: the part most alike in words, else that of the area before."""
    assigned: dict[str, frozenset[str]] = {}
    current = ""
    for number, title in areas:
        words = bigrams(title)
        best = max(parts, key=lambda part: len(bigrams(part) & words), default="")
        current = best if bigrams(best) & words else current
        assigned[current] = assigned.get(current, frozenset()) | {number}
    return assigned
