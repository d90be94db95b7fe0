"""A question as understood: its scope, and its parts with what each wants."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.asked.followups import fold, take_over
from assistant.answering.asked.scope import Scope, find_scope, find_years
from assistant.answering.asked.slots import Wanted, find_slots
from assistant.answering.asked.wording import find_runs, strip_chatter
from assistant.answering.concepts.concept import Concept
from assistant.answering.concepts.every import CONCEPTS
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.domain.answer import Turn

_ASKS = re.compile(
    r"[几哪谁啥吗咋]|多少|什么|怎|如何|何时|能不能|能否|可否|可不可以|是否|是不是|有没有|要不要|需不需要|"
    r"用不用|多[久长大]|[？?]$"
    r"|最(?:多|少|晚|早)|截止|截至|deadline|不同|区别|差别|变化|一样|一致|还是|呢$"
    r"|([能会要可行用得够算])[得以]?不\1|行吗"
)
_CHATTER = re.compile(
    r"(?:给我|发我|告诉我|麻烦|谢谢|多谢|急|在线等|马上|直接说|简单说|名字|名单)?[^,。]{0,6}(?:发我|发群里|一句话就行|就行|即可|谢谢|等着用|在线等)$"
)
"""A segment that says how to answer, not what."""
_BREAK = re.compile(r"[，,。；;？?！!\n]+")
_BOTH = re.compile(r"和|(?<!参)与|(?<![涉以])及(?!时)|跟")
_JOIN = re.compile(r"、|以及|还有|和|跟|(?<!参)与|(?<![涉以])及(?!时)")
COMPARES = re.compile(
    r"不同|不一样|区别|差别|差异|变化|变了|改了|对比|比较|相比|跟\d+年?比|比\d+年?(?:多|少|有|增|减)|一样吗|"
    r"一致吗|相同|同一[个家天位]吗|(?:日期|时间)差多少|还是换了|换人了|新增|增加了|少了|多了|去掉|取消|改动|调整|异同|有变|没变|出入|措辞|差在|有别|"
    r"两年[^,。]{0,4}(?:是不是|是否|有没有)?都|20\d\d年?的?呢[?。]?$"
)
"""Asks how two years differ; the words say nothing of the matter."""
_THINGS = re.compile(
    r"(?:和|与|跟|同)[^,。年届]{2,12}(?:的|有什么|有啥|有何|之间|到底)*(?:区别|不同|差别|差异|区分)|分不清|怎么区分"
)
"""Asks how two things differ, neither of them a year."""
_OF_YEARS = re.compile(r"\d年|两[年届次份]|去年|今年|往年|上[一届次]|新旧|前后")
_YEAR = re.compile(r"(?:20)?[12]\d年度?(?:的|那份|这份|版)?")
_SHORTEST_PHRASE = 5
_TELLING = 4.0
"""Weight of a concept from which a question is understood without a word beside it."""
_DIRECTION = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2})(?![\d.%％亿万倍度元年月米人个种])")
_DIRECTION_RANGE = re.compile(r"(\d{1,2})\.(\d{1,2})(?:[~～—–-]|到|至)(\d{1,2})\.(\d{1,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing asked, with what the rest of the question tells about it."""

    text: str
    bare: str
    """The same without names of programmes and years, which the scope has taken care of."""
    leans: bool
    """True where it has no word of its own on what is asked and took those of the segment before."""
    wanted: tuple[Wanted, ...]
    concepts: tuple[Concept, ...]
    runs: tuple[str, ...]
    explained: dict[str, tuple[Concept, ...]]
    """Pairs of characters that a concept's wording holds, so that a clause about the concept answers them."""
    phrases: tuple[str, ...]
    """Runs, or parts of them, of five characters and more that the notices use as they stand: names of things."""
    letters: frozenset[str]
    """Characters of the part, chatter taken out."""
    context_concepts: tuple[Concept, ...]
    context_runs: tuple[str, ...]

    def wants(self, *slots: str) -> bool:
        """Say whether one of the slots is wanted."""
        return any(wanted.slot in slots for wanted in self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A question as understood."""

    question: str
    """As the user typed it."""
    text: str
    """Normalised and mended, with what it takes over from the conversation."""
    scope: Scope
    parts: tuple[Part, ...]
    compares: bool
    """True where two years are to be set against each other."""
    directions: tuple[str, ...]
    """Direction numbers named."""


def understand(question: str, corpus: Corpus, programme: str | None, history: Sequence[Turn]) -> Inquiry:
    """Read a question.

    Args:
        question: as typed.
        corpus: sentences of the catalogue.
        programme: id of a programme or document to which the answer is confined; None for all.
        history: earlier turns, the oldest first.
    """
    text = take_over(fold(corpus.catalogue.read_english(question)), history, corpus)
    scope = find_scope(text, corpus.catalogue)
    if programme is not None:
        scope = Scope(corpus.catalogue.select(programme), named=True, years=scope.years, words=scope.words)
    parts = _read_parts(text, scope.words, corpus)
    compares = bool(COMPARES.search(text)) and (len(scope.years) != 1 or "比" in text)
    compares = compares and (not _THINGS.search(text) or _OF_YEARS.search(text) is not None)
    if not compares:
        scope = scope.keep_years(find_years("，".join(part.text for part in parts)))
    return Inquiry(
        question=question,
        text=text,
        scope=scope,
        parts=parts,
        compares=compares,
        directions=_find_directions(text),
    )


def _read_parts(text: str, names: Sequence[str], corpus: Corpus) -> tuple[Part, ...]:
    segments = [segment for segment in _split(text) if not _CHATTER.match(segment)] or _split(text)
    asking = [segment for segment in segments if _ASKS.search(segment)] or segments
    return tuple(_read_part(segment, segments, names, corpus) for segment in asking)


def _read_part(segment: str, segments: Sequence[str], names: Sequence[str], corpus: Corpus) -> Part:
    """Read one question; one without a word of its own takes those of the segment before it."""
    runs = find_runs(segment, names, corpus.is_word)
    place = segments.index(segment)
    told = [other for other in segments[:place] if find_runs(other, names, corpus.is_word)]
    taken = told[-1] if told else ""
    if taken and not _ASKS.search(taken):
        taken = ",".join(other for other in told if not _ASKS.search(other))
    leans = (
        not runs and bool(taken) and not any(concept.weight >= _TELLING for concept in _find_concepts(segment, names))
    )
    whole = f"{taken},{segment}" if leans else segment
    runs = find_runs(whole, names, corpus.is_word)
    others = [other for other in segments if other != segment and not (leans and other in taken)]
    concepts = _find_concepts(whole, names)
    context = [concept for other in others for concept in _find_concepts(other, names) if concept not in concepts]
    return Part(
        text=segment,
        bare=_YEAR.sub("", _strip_names(whole, names)),
        leans=leans,
        wanted=find_slots(segment),
        concepts=tuple(concepts),
        runs=runs,
        phrases=tuple(phrase for run in runs if (phrase := _longest_phrase(run, corpus))),
        letters=frozenset(letter for letter in strip_chatter(_strip_names(whole, names)) if letter.isalpha()),
        explained=_explain(whole, concepts),
        context_concepts=tuple(dict.fromkeys(context)),
        context_runs=tuple(run for other in others for run in find_runs(other, names, corpus.is_word)),
    )


def split_sides(part: Part, corpus: Corpus) -> tuple[Part, ...]:
    """Return the part once for each of two things that it asks of together (方案和委员会); nothing for one thing."""
    for run in part.runs:
        for join in _BOTH.finditer(run):
            sides = run[: join.start()], run[join.end() :]
            if all(len(side) > 1 for side in sides) and corpus.is_word(sides[0][-2:]) and corpus.is_word(sides[1][:2]):
                rest = tuple(other for other in part.runs if other != run)
                return tuple(
                    replace(part, runs=(side, *rest), phrases=(), bare=part.bare.replace(run, side)) for side in sides
                )
    return ()


def _longest_phrase(run: str, corpus: Corpus) -> str:
    """Return the longest part of the run, from its start or to its end, that a notice uses; empty below the length."""
    for length in range(len(run), _SHORTEST_PHRASE - 1, -1):
        for part in {run[:length], run[-length:]}:
            if not part.isascii() and corpus.uses(part):
                return part
    return ""


def _find_concepts(segment: str, names: Sequence[str]) -> list[Concept]:
    stripped = _strip_names(segment, names)
    return [concept for concept in CONCEPTS if concept.asks.search(stripped)]


def _strip_names(segment: str, names: Sequence[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        segment = re.sub(rf"(?<!企业)(?<!地方){re.escape(name)}", "|", segment)
    return segment


def _explain(segment: str, concepts: Sequence[Concept]) -> dict[str, tuple[Concept, ...]]:
    """Return for each pair of characters inside or at the edge of a concept's wording the concepts concerned."""
    explained: dict[str, tuple[Concept, ...]] = {}
    for concept in concepts:
        for match in concept.asks.finditer(segment):
            for pair in pairs_of(segment[max(0, match.start() - 1) : match.end() + 1]):
                explained[pair] = (*explained.get(pair, ()), concept)
    return explained


def _split(text: str) -> list[str]:
    """Return the segments between marks; one with several questions joined by 和 or 、 is cut between them."""
    return [piece for segment in filter(None, _BREAK.split(text)) for piece in _cut(segment)]


def _cut(segment: str) -> list[str]:
    """Cut a segment where a join stands between two things asked, at the first such place and then behind it."""
    for join in _JOIN.finditer(segment):
        before, behind = segment[: join.start()], segment[join.end() :]
        both = _asks_plainly(before) and _asks_plainly(behind)
        listed = join[0] == "、" and _names_asked(before) and _asks_plainly(behind)
        if both or listed:
            return [before, *_cut(behind)]
    return [segment]


def _names_asked(piece: str) -> bool:
    """Say whether a piece names at its end a kind of value that is asked for (10.6的配套比例、…几家)."""
    return any(
        concept.weight >= _TELLING and (found := list(concept.asks.finditer(piece))) and found[-1].end() == len(piece)
        for concept in CONCEPTS
    )


def _asks_plainly(segment: str) -> bool:
    return bool(re.search(r"(?<!好)[几哪谁啥]|多少|什么|怎|何时", segment))


def _find_directions(text: str) -> tuple[str, ...]:
    numbers = list(_DIRECTION.findall(text))
    for area, first, other, last in _DIRECTION_RANGE.findall(text):
        if area == other:
            numbers += [f"{area}.{number}" for number in range(int(first), int(last) + 1)]
    return tuple(dict.fromkeys(numbers))


def count_pairs(runs: Sequence[str]) -> dict[str, None]:
    """Return the pairs of the runs, in order, each once."""
    return dict.fromkeys(pair for run in runs for pair in pairs_of(run))
