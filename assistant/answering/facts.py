"""Single facts: for each part of the question the least sentences that answer it, or the decision that none does."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answering.agreeing import SAME, agree, merge
from assistant.answering.asking import Silent
from assistant.answering.claims import Claim, Said, read_aloud
from assistant.answering.corpus import Corpus
from assistant.answering.deciding import KNOWN_SILENCE, decide
from assistant.answering.focus import Focus, narrow
from assistant.answering.question import Inquiry, Part, count_pairs, split_sides
from assistant.answering.ranking import Ranked, rank
from assistant.answering.scope import family
from assistant.answering.slots import VALUE
from assistant.answering.trimming import trim
from assistant.answering.units import Unit
from assistant.domain.passage import Hit
from assistant.domain.programme import Programme
from assistant.text import dice

COMPANION = 2.0
"""Logits behind the best sentence up to which another one is cited too."""
SAID = 1.2
"""The same up to which another one is said too, while the statement stays short."""
FURTHER = 4.0
"""The same up to which a sentence is looked at for what the first does not mention."""
SECOND_HALF = 0.6
"""The same up to which a second sentence belongs to the answer whatever its length."""
OTHER_YEAR = 4.5
"""The same up to which the other call of a family is answered for too, where the question names none."""
ALIKE = 0.8
"""The same up to which a guide is answered for beside the best, where the question names none."""
_GENERAL = 0.3
"""Share of what is asked that a sentence for all directions must hold, or likeness, to answer for one of them."""
_FAR = 8.0
_ANNOUNCEMENT = 26
"""Characters of a sentence that is a clause's heading rather than a rule."""
_BESIDE = 3
_MOST_ITEMS = 6
_END = re.compile(r"[\s。；，、]+$")
_SHORT_STATEMENT = 200
_SHORT_SENTENCE = 130
"""Characters of a sentence that is said to its end behind the words that answer."""
_REMARK = 6
"""Characters of a rest that says nothing by itself."""
_MENTIONED = 0.6
"""Share of the pairs of a thing's name that a sentence must hold to speak of it."""
_POOL = 30
_GAIN = 8.0
"""Weight of what a further sentence must add: more than one rare pair of characters."""
_NAMED_TOGETHER = 3
"""Programmes named in one question that are all answered for."""
_MOST_PROGRAMMES = 5

Find = Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the notices say to each part."""

    claims: tuple[Claim, ...]
    refused: tuple[Part, ...]
    nearest: tuple[Unit, ...]
    """The sentences that came nearest, the best first."""
    silences: tuple[Silent, ...] = ()
    """Topics that a refused part is about and on which its notice is known to be silent."""


def claim_facts(inquiry: Inquiry, corpus: Corpus, find: Find, focus: Focus) -> Outcome:
    """Return one claim a part and programme for the parts that the notices answer.

    Args:
        inquiry: the question.
        corpus: where the answer may stand.
        find: returns what the index finds for a text.
        focus: what the question points at.
    """
    claims: list[Claim] = []
    refused: list[Part] = []
    nearest: list[Unit] = []
    silences: list[Silent] = []
    scope: Sequence[Programme] = inquiry.scope.programmes
    if focus.certain and not inquiry.scope.named:
        scope = [one for one in scope if any(programme == one.id for programme, _ in focus.directions)] or scope
    for whole in inquiry.parts:
        if whole.leans and refused:
            refused.append(whole)
            continue
        part = narrow(whole, focus, corpus)
        hits = find(inquiry.text if len(inquiry.parts) == 1 else whole.bare)
        ranked = _keep_meant(rank(part, corpus, [one.id for one in scope], hits, focus), focus)
        nearest += [one.unit for one in ranked[:3]]
        decision = decide(part, ranked, corpus)
        found = _claim_part(part, inquiry, ranked, focus, corpus) if decision and decision.answers else []
        if found:
            for side in split_sides(part, corpus):
                ranked = rank(side, corpus, [one.id for one in scope], hits, focus)
                found += _claim_side(side, inquiry, ranked, found, focus, corpus)
        claims += [replace(claim, sure=decision.confidence) for claim in found] if decision else []
        if not found:
            refused.append(part)
            silences += [decision.silent] if decision and decision.silent.nearest >= KNOWN_SILENCE else []
        elif not inquiry.scope.named:
            scope = _same_family(scope, found)
    return Outcome(tuple(merge(claims)), tuple(refused), tuple(dict.fromkeys(nearest)), tuple(silences))


def _keep_meant(ranked: Sequence[Ranked], focus: Focus) -> list[Ranked]:
    """Return the sentences that may answer for the directions pointed at: theirs, and general ones on what is asked."""
    if not focus.certain:
        return list(ranked)
    return [one for one in ranked if focus.includes(one.unit) or (not one.unit.direction and _is_about(one))]


def _is_about(one: Ranked) -> bool:
    return max(one.coverage, one.asked) >= _GENERAL or one.unit.kind == "form"


def _same_family(scope: Sequence[Programme], found: Sequence[Claim]) -> list[Programme]:
    """Return the programmes of the first answer's family: what follows in one question is about the same call."""
    programmes = {programme for claim in found for programme in claim.programmes}
    families = {family(one) for one in scope if one.id in programmes}
    return [one for one in scope if family(one) in families]


def _claim_part(part: Part, inquiry: Inquiry, ranked: Sequence[Ranked], focus: Focus, corpus: Corpus) -> list[Claim]:
    """Return a claim for each programme that answers; the first sentence is known to."""
    holding = [*ranked[:1], *(one for one in ranked[1:] if one.holds)]
    claims: list[Claim] = []
    for programme in _choose_programmes(inquiry, holding):
        own = _stay([one for one in holding if one.unit.programme == programme.id], focus)
        mine = _stay([one for one in ranked if one.unit.programme == programme.id], focus)
        if own and own[0].score >= holding[0].score - (_FAR if inquiry.scope.named else OTHER_YEAR):
            claims.append(_claim(part, own, mine, corpus))
    return agree(claims)


def _claim_side(
    side: Part, inquiry: Inquiry, ranked: Sequence[Ranked], said: Sequence[Claim], focus: Focus, corpus: Corpus
) -> list[Claim]:
    """Return what is said of one of two things, where the claims on both together do not mention it."""
    asked = count_pairs(side.runs[:1])
    told = [pairs for claim in said for unit in claim.units for pairs in (unit.searched,)]
    if any(sum(pair in text for pair in asked) >= _MENTIONED * len(asked) for text in told):
        return []
    decision = decide(side, ranked, corpus)
    if decision is None or not decision.answers:
        return []
    mentioned = sum(_mentions(decision.candidate, pair, corpus) for pair in asked)
    return _claim_part(side, inquiry, ranked, focus, corpus) if mentioned >= _MENTIONED * len(asked) else []


def _stay(own: Sequence[Ranked], focus: Focus) -> list[Ranked]:
    """Return the sentences without those of other directions, where the question points at some."""
    if not focus.directions or not own[0].unit.direction:
        return list(own)
    return [one for one in own if not one.unit.direction or focus.includes(one.unit)]


def _choose_programmes(inquiry: Inquiry, accepted: Sequence[Ranked]) -> list[Programme]:
    """Return the programmes to answer for: those named, or the family of the best sentence."""
    scope = inquiry.scope.programmes
    leader = next(one for one in scope if one.id == accepted[0].unit.programme)
    related = [one for one in scope if family(one) == family(leader)]
    if leader.info.number and not (inquiry.scope.named and len(related) <= _NAMED_TOGETHER):
        order = {one.unit.programme: place for place, one in reversed(list(enumerate(accepted)))}
        top = accepted[0].score
        equal = {one.unit.programme for one in accepted if one.score >= top - ALIKE}
        related = sorted((one for one in related if one.id in equal), key=lambda one: order[one.id])[:_MOST_PROGRAMMES]
    return related


def _claim(part: Part, own: Sequence[Ranked], ranked: Sequence[Ranked], corpus: Corpus) -> Claim:
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
    rest = _find_rest_of_list(units, part, corpus) or (_continue(lead.unit, corpus) if part.wants("definition") else [])
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
    open_pairs = {pair: weight for pair, weight in asked.items() if not _mentions(lead, pair, corpus)}
    concepts = [concept for concept in part.concepts if not corpus.is_about(concept, lead.place)]
    found: list[Ranked] = []
    for one in ranked[:_POOL]:
        if one.score < lead.score - FURTHER:
            break
        if not one.valued:
            continue
        gained = sum(weight for pair, weight in open_pairs.items() if _mentions(one, pair, corpus))
        gained += sum(concept.weight for concept in concepts if corpus.is_about(concept, one.place))
        if gained >= _GAIN:
            found.append(one)
            open_pairs = {pair: weight for pair, weight in open_pairs.items() if not _mentions(one, pair, corpus)}
            concepts = [concept for concept in concepts if not corpus.is_about(concept, one.place)]
    return found


def _mentions(one: Ranked, pair: str, corpus: Corpus) -> bool:
    return pair in corpus.pairs[one.place] or pair in corpus.heading_pairs[one.place]


def _belongs(one: Ranked, lead: Ranked) -> bool:
    """Say whether the sentence is a second half of the answer, nearly as good as the first."""
    return one.score >= lead.score - SECOND_HALF and dice(one.unit.plain, lead.unit.plain) < SAME
