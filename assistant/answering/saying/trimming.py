"""The words of a sentence that an answer repeats: the least run of its phrases with what is asked."""

import re
from collections.abc import Sequence

from assistant.answering.asked.question import Part, count_pairs
from assistant.answering.asked.slots import VALUE, Wanted, holds_value
from assistant.answering.saying.contacts import read_contact
from assistant.answering.saying.phrases import join_phrases, keep_whole, split_phrases
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.text import clean, normalise

_END = re.compile(r"[\s。；，、;,]+$")
_NOTE = re.compile(r"^[^（(]*?[：:]?\s*[（(](?P<note>.+)[）)]\s*$", re.DOTALL)
_DATED_TITLE = re.compile(r"^(?P<what>[^，。；（]{2,24})（(?P<when>[^）]*\d[^）]*)）$")
_CHOICE = re.compile(r"^[^，。；]{1,12}/[^，。；]+$")
_DATE_BLANK = re.compile(r"\s*年\s*月\s*日$")
"""Room for a date at the end of a blank, which says nothing."""
_GAIN = 5.0
"""Weight of what a further phrase must add: about one pair of characters that few sentences hold."""
_EQUAL = 1e-9
_EACH_OF = re.compile(r"各|分别")
_TERMS = re.compile(r"须|应当|需(?!求|要求)|不得|不能|不可|不予|可(?!行)")
"""What allows, forbids or demands."""
_PER_ONE = re.compile(r"每|单个|单项|一个|一项")
_SMALL = 60
"""Characters of a sentence that is repeated whole where nothing tells which of its phrases is asked for."""
_MEDIUM = 90
"""Characters up to which the phrases before the asked one are said, too, where no value is asked for."""


def trim(unit: Unit, part: Part, corpus: Corpus, comfortable: int = 0) -> str:
    """Return the words of the sentence that answer the part, in their order, without a mark at the end.

    Args:
        unit: the sentence.
        part: what is asked.
        corpus: where the sentence stands.
        comfortable: characters of a running sentence up to which all of it is repeated.
    """
    raw = unit.span.slice(corpus.programmes[unit.programme].notice.text)
    if unit.kind == "contact":
        return read_contact(raw, part)
    if unit.clause in {"落款", "文头"}:
        return _trim_lines(raw, part, corpus)
    if unit.kind == "form":
        return _trim_blank(unit, part, corpus)
    body = _END.sub("", unit.body)
    title = body if part.wants("date") and re.search(r"\d", body) else _title(unit)
    dated = _DATED_TITLE.match(title)
    if dated and part.wants("date"):
        return f"{dated['what']}的时间是{dated['when']}"
    return body if len(body) <= comfortable else choose(body, part, corpus, unit.heading)


def _title(unit: Unit) -> str:
    """Return the title that the sentence's clause begins with, its number left out; empty where it has none."""
    title = unit.text.removesuffix(unit.body) if unit.text.endswith(unit.body) else ""
    return _END.sub("", re.sub(r"^(?:[（(][^）)]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])\s*", "", title))


def choose(body: str, part: Part, corpus: Corpus, heading: str = "", *, titled: bool = False) -> str:
    """Return the phrases of a text with what is asked and what they need; words of the heading need no phrase."""
    phrases = split_phrases(body)
    if len(phrases) == 1:
        return _END.sub("", body)
    weights = [_weigh(phrase, part, corpus) for phrase in phrases]
    wanted = [one for one in part.wanted if one.slot in VALUE and any(holds_value(normalise(p), one) for p in phrases)]
    chosen = [place for one in wanted for place in _holding(phrases, weights, one, part)]
    chosen += _cover(weights, chosen, frozenset(pairs_of(normalise(heading))))
    unclear = not titled and not any(weights[place] for place in chosen)
    whole = unclear or (_is_open(part) and (not part.wants("yesno") or re.search(r"\d", part.text) is not None))
    if not chosen or (len(body) <= _SMALL and whole):
        return _END.sub("", body)
    if not wanted or part.wants("list", "procedure", "definition"):
        chosen = _continue(phrases, chosen, part)
    return join_phrases(phrases, keep_whole(phrases, chosen, titled=titled))


def _is_open(part: Part) -> bool:
    """Say whether no value is asked for, so that any phrase of a sentence may answer."""
    return not any(one.slot in VALUE for one in part.wanted)


def _continue(phrases: Sequence[str], chosen: Sequence[int], part: Part) -> list[int]:
    """Return what answers where no single value does: the phrases, with what follows them or stands around them."""
    if part.wants("list", "procedure"):
        return _widen(phrases, range(min(chosen), len(phrases)))
    if part.wants("yesno") and len(part.wanted) == 1:
        return [*chosen, *(place for place in _widen(phrases, chosen) if _obliges(phrases, place, chosen))]
    segments = _widen(phrases, chosen)
    short = sum(len(phrases[place]) for place in segments) <= _MEDIUM
    return segments if short else [place for place in segments if place >= min(chosen)]


def _obliges(phrases: Sequence[str], place: int, chosen: Sequence[int]) -> bool:
    """Say whether a phrase behind the chosen ones says on which terms they hold."""
    return place > max(chosen) and _TERMS.search(phrases[place]) is not None


def _widen(phrases: Sequence[str], chosen: Sequence[int]) -> list[int]:
    """Return all phrases of the sentences that the chosen ones stand in, as far as marks of a pause bound them."""
    kept: list[int] = []
    start = 0
    for place, phrase in enumerate(phrases):
        if phrase[-1] in "；;。" or place == len(phrases) - 1:
            inside = range(start, place + 1)
            kept += inside if any(one in inside for one in chosen) else ()
            start = place + 1
    return kept


def _weigh(phrase: str, part: Part, corpus: Corpus) -> dict[str, float]:
    """Return the asked pairs and matters that the phrase holds, with their weight."""
    plain = normalise(phrase)
    own = frozenset(pairs_of(plain))
    asked = count_pairs((*part.runs, *part.context_runs))
    found = {pair: corpus.weigh(pair) for pair in asked if pair in own}
    concepts = {one.name: float(one.weight) for one in part.concepts if one.holds.search(plain)}
    return found | concepts


def _holding(phrases: Sequence[str], weights: Sequence[dict[str, float]], wanted: Wanted, part: Part) -> list[int]:
    """Return the phrases with a value of the wanted kind: the one that is asked about, its equals and neighbours."""
    places = [place for place, phrase in enumerate(phrases) if holds_value(normalise(phrase), wanted)]
    if _EACH_OF.search(part.text):
        return places
    if wanted.slot == "age":
        places = [place for place in places if re.search(r"\d", phrases[place])] or places
    named = [place for place in places if wanted.noun and wanted.noun in normalise(phrases[place])]
    each = [place for place in places if _PER_ONE.search(part.text) and "每" in phrases[place]]
    pool = each or named or places
    sums = [sum(weights[place].values()) for place in pool]
    best = [place for place, weight in zip(pool, sums, strict=True) if weight >= max(sums) - _EQUAL]
    return [place for place in places if place in best or (not each and place - 1 in best and place - 1 in places)]


def _cover(weights: Sequence[dict[str, float]], chosen: Sequence[int], known: frozenset[str]) -> list[int]:
    """Return further phrases that hold asked words which the chosen ones lack."""
    covered = {name for place in chosen for name in weights[place]} | (known if chosen else frozenset())
    added: list[int] = []
    while True:
        gains = [sum(weight for name, weight in own.items() if name not in covered) for own in weights]
        best = max(range(len(weights)), key=lambda place: (gains[place], -place))
        if gains[best] < _GAIN:
            return added
        added.append(best)
        covered |= weights[best].keys()


def _trim_lines(raw: str, part: Part, corpus: Corpus) -> str:
    """Return the lines of a head or signature with a value or word that is asked for; all where none is."""
    lines = [clean(line) for line in raw.splitlines() if line.strip()]
    kept = [line for line in lines if _weigh(line, part, corpus) or _holds_any(line, part)]
    return "，".join(kept or lines)


def _holds_any(line: str, part: Part) -> bool:
    return any(one.slot in VALUE and one.slot != "amount" and holds_value(normalise(line), one) for one in part.wanted)


def _trim_blank(unit: Unit, part: Part, corpus: Corpus) -> str:
    """Return what stands in brackets behind the title of a blank; the whole where nothing does."""
    note = _NOTE.match(unit.text)
    if note is None:
        filled = _DATE_BLANK.sub("", _END.sub("", unit.body)).strip()
        return choose(re.sub(rf"^{re.escape(_label(unit, corpus))}[：: ]*(?=.)", "", filled), part, corpus, titled=True)
    inner = _END.sub("", note["note"])
    return inner if _CHOICE.match(inner) else choose(inner, part, corpus, titled=True)


def _label(unit: Unit, corpus: Corpus) -> str:
    clauses = corpus.programmes[unit.programme].notice.clauses
    return next((clause.title for clause in clauses if clause.path == unit.clause), "")
