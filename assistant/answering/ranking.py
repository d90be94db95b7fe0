"""Which sentences answer a part of a question, and how well."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.answering.asking import Vector
from assistant.answering.concepts import Concept
from assistant.answering.corpus import Corpus
from assistant.answering.question import Part, count_pairs
from assistant.answering.slots import VALUE, Wanted, holds_value
from assistant.answering.units import Unit
from assistant.domain.passage import Hit

HEADED = 0.6
"""Share that a word or concept counts where only the titles above the sentence hold it."""
CONTEXT = 0.45
"""Share that the words of the question's other parts count."""
VALUE_BONUS = 4.0
NAMED_BONUS = 12.0
"""For a sentence of the clause or direction that the question names."""
TITLE_BONUS = 6.0
"""For a blank of a form that the question names by its label."""
CALLING = 2.0
"""For each pair of characters that belongs to the names of one programme only."""
DEADLINE_BONUS = 3.0
LANGUAGE = 0.8
"""Share of the difference of log likelihoods that counts against a family."""
_MOST_LAG = 8.0
UNASKED = 4.0
"""Lost by a sentence on one kind of project or person where the question speaks of none."""
UNKNOWN = 4.0
"""Weight of a character that no notice uses: what it says, none is about."""
WRITTEN = 0.6
"""Share that a word counts where only the questions written for the sentence hold it."""
ASKED_WEIGHT = 20.0
"""For a sentence for which somebody wrote this very question; less for a question like it."""
ASKED_ALIKE = 0.6
"""Likeness to a written question from which the sentence answers, whatever its words."""
HIT_WEIGHT = 6.0
"""For a sentence that the index finds too, times its score."""
_KIND_PENALTY = {
    "heading": 5.0,
    "table": 6.0,
    "row": 9.0,
    "area": 5.0,
    "direction": 4.0,
    "content": 3.0,
    "indicator": 3.0,
}
_FORM_PENALTY = 8.0
"""For a blank of a form where the question speaks of no form."""
_SPEAKS_OF_FORM = re.compile(r"表|模板|附件|填|栏|格式|写|字|题目|标题|关键词|学科|签|章")
_PARTICULAR = re.compile(r"青年|临床研究类|部省联动|女性")
_SPEAKS_OF_GUIDE = re.compile(
    r"专项|指南|项目|课题|申报|方向|国拨|配套|经费|负责人|合作|青年|考核|指标|研究|技术|单位|周期|伦理|动物|遗传"
)
"""Words of guides; a question without any of them that names no programme is about a call."""
_SPEAKS_OF_BODY = re.compile(r"指标|内容|考核|研究|做到|达到|几|多少")
_NAMED_SHARE = 0.66
_NORMAL_PAIRS = 40
_MODAL = re.compile(r"可|不得|须|应|必须|限|不能|鼓励|原则上|不再|不符合|不超过")
_DEFINES = re.compile(r"是指|指[：:]|以下简称|具体是|即[：:，]|为问题|包括")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with what speaks for it."""

    place: int
    unit: Unit
    score: float
    core: float
    """The score without what the question's other parts add."""
    coverage: float
    """Share of what the part asks about that sentence and titles hold, 0 to 1."""
    holds: bool
    """True where it has a value of the wanted kind and is about every required concept."""
    strict: bool
    """True where the part wants a value of a certain kind."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Sentences that the question points at, whatever their words."""

    clauses: frozenset[tuple[str, str]] = frozenset()
    """Programme and path of clauses named by number."""
    directions: frozenset[tuple[str, str]] = frozenset()
    """Programme and number of directions named or described."""
    numbers: tuple[str, ...] = ()
    """Direction numbers as the question gives them, which a clause may mention too."""

    def includes(self, unit: Unit) -> bool:
        """Say whether the sentence belongs to what is pointed at."""
        if unit.direction:
            return (unit.programme, unit.direction) in self.directions
        if any(unit.programme == programme and _is_inside(unit.clause, path) for programme, path in self.clauses):
            return True
        return any(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", unit.plain) for number in self.numbers)


@dataclass(frozen=True, slots=True)
class _Query:
    """What is asked, weighed once for all sentences."""

    part: Part
    corpus: Corpus
    asked: dict[str, float]
    """Weight of each pair, those of the question's other parts included."""
    own: dict[str, float]
    found: Sequence[tuple[str, int, int, float]]
    """Programme, start, end and score of the passages that the index finds."""
    focus: Focus
    question: Vector
    """The part's own words, to be set beside the questions written for sentences."""
    callings: dict[str, float]
    """Programme id to how much the question's words call it, where it names none."""


def rank(
    part: Part, corpus: Corpus, programmes: Collection[str], hits: Sequence[Hit] = (), focus: Focus | None = None
) -> list[Ranked]:
    """Return the sentences of the programmes, the best first; those without any reason are left out."""
    own = {pair: corpus.weigh(pair) for pair in count_pairs(part.runs)}
    other = {pair: CONTEXT * corpus.weigh(pair) for pair in count_pairs(part.context_runs) if pair not in own}
    callings = {one: _rate_calling(part, corpus, one) for one in programmes} if len(programmes) > 1 else {}
    for one, lag in (_rate_language(part, corpus, programmes) if callings else {}).items():
        callings[one] -= lag
    query = _Query(
        part, corpus, own | other, own, _score_hits(hits), focus or Focus(), corpus.asking.read(part.bare), callings
    )
    places = (place for programme in programmes for place in corpus.own.get(programme, ()))
    ranked = [one for place in places if (one := _rate(place, query)) is not None]
    return sorted(ranked, key=lambda one: (-one.score, one.place))


def _rate(place: int, query: _Query) -> Ranked | None:
    part, corpus = query.part, query.corpus
    unit = corpus.units[place]
    words, own = _rate_words(place, query, query.asked), _rate_words(place, query, query.own)
    about = sum(_rate_concept(concept, place, corpus) for concept in part.concepts)
    beside = CONTEXT * sum(_rate_concept(concept, place, corpus) for concept in part.context_concepts)
    pointed = query.focus.includes(unit)
    asked = corpus.asking.rate(query.question, place)
    if not (words or about or beside or pointed or asked):
        return None
    score = (
        words + about + beside + NAMED_BONUS * pointed + _fit_form(part, unit) - _penalty(place, query, pointed=pointed)
    )
    score += VALUE_BONUS * any(wanted.slot in VALUE and holds_value(unit.plain, wanted) for wanted in part.wanted)
    score += HIT_WEIGHT * max((strength for *where, strength in query.found if _lies_in(unit, where)), default=0.0)
    score += query.callings.get(unit.programme, 0.0) + TITLE_BONUS * _is_titled(unit, part)
    score += ASKED_WEIGHT * asked
    strict = any(wanted.slot in VALUE for wanted in part.wanted)
    score += DEADLINE_BONUS * _is_deadline(unit, query)
    core = score - (words - own) - beside
    coverage = max(_cover(part, corpus, place, query.own), asked)
    holds = asked >= ASKED_ALIKE or _holds(part, corpus, place)
    return Ranked(place, unit, score, core, coverage, holds, strict)


def _is_deadline(unit: Unit, query: _Query) -> bool:
    """Say whether the sentence gives the last day of submission, and that is asked for."""
    deadline = query.corpus.programmes[unit.programme].info.deadline
    asked = any(concept.name == "deadline" for concept in query.part.concepts)
    return asked and deadline is not None and f"{deadline.year}年{deadline.month}月{deadline.day}日" in unit.plain


def _rate_calling(part: Part, corpus: Corpus, programme: str) -> float:
    """Return how much the words of a question call a programme that they do not name outright (难题, 榜单)."""
    own = corpus.calling[programme]
    return CALLING * sum(own.get(pair, 0.0) for pair in count_pairs((*part.runs, *part.context_runs)))


def _rate_language(part: Part, corpus: Corpus, programmes: Collection[str]) -> dict[str, float]:
    """Return how far each programme's family lags behind the one whose rules use the question's words most.

    A naive Bayes over the pairs of characters of all clauses of a family: 推荐, 难题 and 学会 belong to one, 项目 and
    课题 to another.
    """
    pairs = list(count_pairs((*part.runs, *part.context_runs)))
    known = {one: corpus.language[_family(one)] for one in programmes}
    likelihood = {one: sum(words.get(pair, words[""]) for pair in pairs) for one, words in known.items()}
    best = max(likelihood.values(), default=0.0)
    lags = {one: min(_MOST_LAG, LANGUAGE * (best - value)) for one, value in likelihood.items()}
    if _SPEAKS_OF_GUIDE.search(part.text) or any(_SPEAKS_OF_GUIDE.search(run) for run in part.context_runs):
        return lags
    lags = {one: lag + (_MOST_LAG if corpus.programmes[one].directions else 0.0) for one, lag in lags.items()}
    return {one: lag - min(lags.values()) for one, lag in lags.items()}


def _family(programme: str) -> str:
    return re.split(r"-\d{4}", programme)[0]


def _is_titled(unit: Unit, part: Part) -> bool:
    """Say whether the question repeats the label of the form's blank that the sentence stands in."""
    return unit.kind == "form" and len(unit.label) > 1 and unit.label in part.text


def _rate_words(place: int, query: _Query, asked: dict[str, float]) -> float:
    """Return the weight of the shared pairs, less for a long sentence."""
    pairs, above = query.corpus.pairs[place], query.corpus.heading_pairs[place]
    written = query.corpus.asking.words.get(place, frozenset())
    words = 0.0
    for pair, weight in asked.items():
        if pair in pairs:
            words += weight
        elif pair in written or pair in above:
            words += (WRITTEN if pair in written else HEADED) * weight
    return words / (0.75 + 0.25 * len(pairs) / _NORMAL_PAIRS)


def _penalty(place: int, query: _Query, *, pointed: bool) -> float:
    """Return what a heading, a table or a direction's body loses, unless it is pointed at or has what is required."""
    required = (concept for concept in query.part.concepts if concept.required)
    unit = query.corpus.units[place]
    if pointed and unit.kind in {"content", "indicator"} and not _SPEAKS_OF_BODY.search(query.part.text):
        return _KIND_PENALTY[unit.kind]
    unasked = UNASKED * _is_particular(unit, query.part)
    if pointed or any(place in query.corpus.holders(concept) for concept in required):
        return unasked
    kind = unit.kind
    if kind == "form" and not _SPEAKS_OF_FORM.search(query.part.text):
        return 0.0 if _is_titled(unit, query.part) else _FORM_PENALTY + unasked
    return _KIND_PENALTY.get(kind, 0.0) + unasked


def _is_particular(unit: Unit, part: Part) -> bool:
    """Say whether the sentence is about one kind of project only, of which the question does not speak."""
    kinds = _PARTICULAR.findall(unit.plain)
    return bool(kinds) and not any(kind in part.text or any(kind in run for run in part.context_runs) for kind in kinds)


def _lies_in(unit: Unit, where: Sequence[str | int | float]) -> bool:
    programme, start, end = where
    return unit.programme == programme and float(start) <= unit.span.start < float(end)


def _rate_concept(concept: Concept, place: int, corpus: Corpus) -> float:
    if place in corpus.holders(concept):
        return concept.weight
    return HEADED * concept.weight if place in corpus.headed(concept) else 0.0


def _fit_form(part: Part, unit: Unit) -> float:
    """Return what the form of the sentence adds: a permission for 能不能, a definition for 是什么意思."""
    bonus = 0.0
    if part.wants("yesno") and _MODAL.search(unit.plain):
        bonus += 1.5
    if part.wants("definition") and _DEFINES.search(unit.plain):
        bonus += 2.0
    return bonus


def _cover(part: Part, corpus: Corpus, place: int, own: dict[str, float]) -> float:
    """Return the share of the part's own words and concepts that sentence and titles hold."""
    named = corpus.naming[corpus.units[place].programme]
    own = {pair: weight for pair, weight in own.items() if pair not in named}
    total = (
        sum(own.values())
        + sum(concept.weight for concept in part.concepts)
        + UNKNOWN * _count_unknown(part, corpus, corpus.units[place].programme)
    )
    if not total:
        return 1.0
    pairs, above = corpus.pairs[place], corpus.heading_pairs[place]
    about = {concept.name for concept in part.concepts if _is_about(concept, place, corpus)}
    held = sum(concept.weight for concept in part.concepts if concept.name in about)
    for pair, weight in own.items():
        told = any(concept.name in about for concept in part.explained.get(pair, ()))
        held += weight * (pair in pairs or pair in above or told)
    return held / total


def _count_unknown(part: Part, corpus: Corpus, programme: str) -> int:
    """Return how many characters of the part the programme's notice never uses."""
    return len(part.letters - corpus.letters[programme])


def _is_about(concept: Concept, place: int, corpus: Corpus) -> bool:
    return place in corpus.holders(concept) or place in corpus.headed(concept)


def _holds(part: Part, corpus: Corpus, place: int) -> bool:
    unit = corpus.units[place]
    needed = all(_is_about(concept, place, corpus) for concept in part.concepts if concept.required)
    strict = [wanted for wanted in part.wanted if wanted.slot in VALUE]
    if strict and part.phrases and not _is_on_topic(part, unit):
        return False
    if not all(_counts(wanted, part, corpus, place) for wanted in strict):
        return False
    return needed and (not strict or any(holds_value(unit.plain, wanted) for wanted in strict))


def _counts(wanted: Wanted, part: Part, corpus: Corpus, place: int) -> bool:
    """Say whether sentence or titles speak of what is to be counted, in the question's word or in the notices'."""
    noun, unit = wanted.noun, corpus.units[place]
    if not noun or unit.direction or noun in unit.searched or not corpus.is_word(noun):
        return True
    return any(_is_about(concept, place, corpus) for concept in part.explained.get(noun, ()))


def _is_on_topic(part: Part, unit: Unit) -> bool:
    """Say whether sentence or titles name a thing that the question names in full, or hold another run of it whole."""
    if any(_names(phrase, unit) for phrase in part.phrases):
        return True
    others = [run for run in part.runs if not any(phrase in run for phrase in part.phrases)]
    return any(run in unit.searched for run in others)


def _names(phrase: str, unit: Unit) -> bool:
    """Say whether sentence or titles name most of a thing that the question names in full (终选专家委员会)."""
    longest = SequenceMatcher(None, phrase, unit.searched, autojunk=False).find_longest_match().size
    return longest >= _NAMED_SHARE * len(phrase)


def _score_hits(hits: Sequence[Hit]) -> list[tuple[str, int, int, float]]:
    return [(hit.passage.programme, hit.passage.span.start, hit.passage.span.end, hit.score) for hit in hits]


def _is_inside(clause: str, path: str) -> bool:
    return clause == path or (clause.startswith(path) and (not path[-1].isdigit() or not clause[len(path)].isdigit()))
