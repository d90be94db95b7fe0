"""What one programme says to a part of a question: the sentence that answers, and those that belong to it."""

import re
from collections.abc import Sequence

from assistant.answering.asked.question import Part, count_pairs
from assistant.answering.asked.slots import VALUE
from assistant.answering.choosing.ranking import Ranked
from assistant.answering.saying.agreeing import SAME
from assistant.answering.saying.claims import Claim, Said, read_aloud
from assistant.answering.saying.trimming import trim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.text import dice

COMPANION = 2.0
"""Logits behind the best sentence up to which another one is cited too."""
SAID = 1.2
"""The same up to which another one is said too, while the statement stays short."""
FURTHER = 4.0
"""The same up to which a sentence is looked at for what the first does not mention."""
SECOND_HALF = 0.6
"""The same up to which a second sentence belongs to the answer whatever its length."""
_ANNOUNCEMENT = 26
"""Characters of a sentence that is a clause's heading rather than a rule."""
_BESIDE = 3
_MOST_ITEMS = 6
_ENUMERATES = 3
"""Marks of enumeration from which a sentence is a list itself."""
_END = re.compile(r"[\s。；，、]+$")
_SHORT_STATEMENT = 200
_SHORT_SENTENCE = 130
"""Characters of a sentence that is said to its end behind the words that answer."""
_REMARK = 6
"""Characters of a rest that says nothing by itself."""
_POOL = 30
_GAIN = 8.0
"""Weight of what a further sentence must add: more than one rare pair of characters."""


def claim_programme(part: Part, own: Sequence[Ranked], ranked: Sequence[Ranked], corpus: Corpus) -> Claim:
    """Return what one programme says.

    Args:
        part: what is asked.
        own: sentences that answer it, the best first.
        ranked: all sentences of the programme, the best first.
        corpus: where they stand.
    """
    lead = own[0]
    companions = [one for one in own[1:] if one.score >= lead.score - COMPANION][:3]
    others = [*_find_rest(lead, own, part), *_complete(lead, ranked, part, corpus)]
    others += [one for one in companions if _belongs(one, lead)]
    beside = list(dict.fromkeys(others))[:_BESIDE]
    more = [one for one in companions if one.score >= lead.score - SAID]
    said = _say([lead, *beside, *more], 1 + len(beside), part, corpus)
    whole = _read_section(lead.unit, corpus) if lead.unit.kind == "requirement" and not lead.strict else ""
    if whole:
        said = (Said(whole, (lead.unit,)),)
    units = list(dict.fromkeys(one.unit for one in (lead, *beside, *companions)))
    listed = said[0].words.count("、") >= _ENUMERATES and not part.wants("procedure")
    rest = [] if listed else _find_rest_of_list(units, part, corpus)
    rest = rest or (_continue(lead.unit, corpus) if part.wants("definition") else [])
    if len(read_aloud(said)) <= _SHORT_STATEMENT:
        said += tuple(Said(_END.sub("", unit.body), (unit,)) for unit in rest)
    cited = tuple(dict.fromkeys([*units, *rest]))
    return Claim(programmes=(lead.unit.programme,), text=read_aloud(said), units=cited, said=said, part=part)


def _read_section(unit: Unit, corpus: Corpus) -> str:
    """Return all that a direction's requirements say, where they are short; empty otherwise."""
    units = [corpus.units[place] for place in corpus.own[unit.programme]]
    text = "".join(one.body for one in units if one.clause == unit.clause)
    return _END.sub("", text) if len(text) <= _SHORT_STATEMENT else ""


def _find_rest_of_list(units: Sequence[Unit], part: Part, corpus: Corpus) -> list[Unit]:
    """Return the other items of an enumeration that is asked for, or of which two are cited already."""
    if not part.wants("list", "procedure", "what"):
        return []
    notice = corpus.programmes[units[0].programme].notice
    parents = {clause.path: clause.parent for clause in notice.clauses if clause.parent}
    cited = [parents[unit.clause] for unit in units if unit.clause in parents and unit.kind == "prose"]
    enough = 1 if part.wants("list") else 2
    parent = next((one for one in cited if cited.count(one) >= enough), None)
    items = [clause.path for clause in notice.clauses if clause.parent == parent and clause.kind == "prose"]
    if parent is None or len(items) > _MOST_ITEMS:
        return []
    first: dict[str, Unit] = {}
    for place in corpus.own[units[0].programme]:
        first.setdefault(corpus.units[place].clause, corpus.units[place])
    return [first[item] for item in items if item in first and not any(unit.clause == item for unit in units)]


def _continue(unit: Unit, corpus: Corpus) -> list[Unit]:
    """Return the sentences of the clause that go on behind one, as many as a reader takes in at a glance."""
    own = [corpus.units[place] for place in corpus.own[unit.programme] if corpus.units[place].clause == unit.clause]
    behind = [one for one in own if one.span.start >= unit.span.end]
    found: list[Unit] = []
    for one in behind:
        if len(unit.body) + sum(len(other.body) for other in found) + len(one.body) > _SHORT_STATEMENT:
            break
        found.append(one)
    return found


def _say(ranked: Sequence[Ranked], least: int, part: Part, corpus: Corpus) -> tuple[Said, ...]:
    """Return the words of the first sentences, and of further ones while the statement stays short."""
    said: list[Said] = []
    for place, one in enumerate(ranked):
        words = trim(one.unit, part, corpus)
        known = any(words in other.words for other in said)
        if not known and (place < least or len(read_aloud([*said, Said(words, ())])) <= _SHORT_STATEMENT):
            said.append(Said(words, (one.unit,)))
    return (*said[:1], *_go_on(said[0]), *said[1:])


def _go_on(lead: Said) -> list[Said]:
    """Return what the leading sentence says besides, where it is short: its terms may matter to a reader."""
    (unit,) = lead.units
    body = _END.sub("", unit.body)
    before, found, behind = body.partition(lead.words)
    if not found or len(body) > _SHORT_SENTENCE or unit.kind not in {"prose", "requirement"}:
        return []
    return [Said(_END.sub("", rest).strip("，；、 "), lead.units) for rest in (behind, before) if len(rest) > _REMARK]


def _find_rest(lead: Ranked, own: Sequence[Ranked], part: Part) -> list[Ranked]:
    """Return the best sentence behind one that only announces its clause (制定推荐方案。)."""
    announces = len(lead.unit.plain) <= _ANNOUNCEMENT and not any(wanted.slot in VALUE for wanted in part.wanted)
    same = [one for one in own if one.unit.clause == lead.unit.clause and one.unit.span.start > lead.unit.span.start]
    return same[:1] if announces else []


def _complete(lead: Ranked, ranked: Sequence[Ranked], part: Part, corpus: Corpus) -> list[Ranked]:
    """Return the sentences on the things asked about that the first one does not mention (方案和委员会)."""
    asked = {pair: corpus.weigh(pair) for pair in count_pairs(part.runs) if corpus.count(pair)}
    open_pairs = {pair: weight for pair, weight in asked.items() if not mentions(lead, pair, corpus)}
    concepts = [concept for concept in part.concepts if not corpus.is_about(concept, lead.place)]
    found: list[Ranked] = []
    for one in ranked[:_POOL]:
        if one.score < lead.score - FURTHER:
            break
        if not one.valued:
            continue
        gained = sum(weight for pair, weight in open_pairs.items() if mentions(one, pair, corpus))
        gained += sum(concept.weight for concept in concepts if corpus.is_about(concept, one.place))
        if gained >= _GAIN:
            found.append(one)
            open_pairs = {pair: weight for pair, weight in open_pairs.items() if not mentions(one, pair, corpus)}
            concepts = [concept for concept in concepts if not corpus.is_about(concept, one.place)]
    return found


def mentions(one: Ranked, pair: str, corpus: Corpus) -> bool:
    """Say whether the sentence or its titles hold a pair of characters."""
    return pair in corpus.pairs[one.place] or pair in corpus.heading_pairs[one.place]


def _belongs(one: Ranked, lead: Ranked) -> bool:
    """Say whether the sentence is a second half of the answer, nearly as good as the first."""
    return one.score >= lead.score - SECOND_HALF and dice(one.unit.plain, lead.unit.plain) < SAME
