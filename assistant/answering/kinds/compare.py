"""Two years set against each other: the sentences on the same matter, what agrees, and what one of them lacks."""

import re
from collections.abc import Sequence

from assistant.answering.asked.focus import Focus
from assistant.answering.asked.question import COMPARES, Inquiry, Part, count_pairs
from assistant.answering.asked.scope import family
from assistant.answering.asked.slots import DATE, find_slots
from assistant.answering.choosing.deciding import decide
from assistant.answering.choosing.ranking import Ranked, rank
from assistant.answering.saying.agreeing import SAME
from assistant.answering.saying.claims import Claim, name_programme
from assistant.answering.saying.differing import find_equal_value, find_own_phrases, find_own_words, is_same
from assistant.answering.saying.trimming import trim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.domain.notice import Clause
from assistant.domain.passage import Hit
from assistant.domain.programme import Programme
from assistant.text import bare, dice, normalise

_SIDE = 5
"""Sentences of each year that are cited at most; two years with a heading each stay below twelve."""
_NEAR = 1.8
"""Logits behind the best sentence up to which a year's sentence belongs to the matter."""
_SHOWN = 1.0
"""The same up to which it is said too."""
_LONG = 60
"""Characters of a sentence of which only what differs is said."""
_WHOLE = 130
"""Characters of a sentence that is said whole: what differs may stand in any of its phrases."""
_ITEM = 0.6
"""Share of an item of the question, by weight, that the title of a clause must hold."""
_SHORTEST_ITEM = 4
_SECTION = 0.7
_ALIKE = 0.4
_CHANGED = 0.45
"""Dice coefficient below which no sentence of the other year says the same."""


def claim_comparison(inquiry: Inquiry, corpus: Corpus, hits: Sequence[Hit], focus: Focus) -> list[Claim]:
    """Return what each year says and what follows; empty where the question sets no two years against each other."""
    pair = _find_years(inquiry, corpus)
    if not inquiry.compares or pair is None:
        return []
    part = _whole(inquiry)
    items = [_find_items(programme, inquiry.text, corpus) for programme in pair]
    if all(items) and part.wants("date"):
        return _compare_sentences(
            pair, [_dated_items(*one, corpus) for one in zip(pair, items, strict=True)], part, corpus
        )
    sections = _match_sections(pair, [_find_section(programme, part, corpus) for programme in pair])
    if all(sections) and part.wants("date"):
        sides = [
            _dated(programme, section, corpus) for programme, section in zip(pair, sections, strict=True) if section
        ]
        return _compare_sentences(pair, sides, part, corpus)
    if all(sections):
        claims = _compare_sections(pair, [section for section in sections if section], corpus)
        if claims:
            return claims
    sides = [_choose(part, corpus, programme, hits, focus) for programme in pair]
    if not any(sides):
        return []
    return _compare_sentences(pair, sides, part, corpus)


def _find_years(inquiry: Inquiry, corpus: Corpus) -> tuple[Programme, Programme] | None:
    """Return the two calls of one family that are compared, the older first."""
    pool = inquiry.scope.programmes
    families: dict[str, list[Programme]] = {}
    for programme in pool:
        families.setdefault(family(programme), []).append(programme)
    dated = [
        sorted(group, key=lambda one: one.info.year)
        for group in families.values()
        if len({one.info.year for one in group}) > 1
    ]
    if dated:
        return dated[0][0], dated[0][-1]
    earlier = [one for programme in pool for one in corpus.catalogue.programmes if one.id == programme.info.supersedes]
    return (earlier[0], pool[0]) if len(pool) == 1 and earlier else None


def _whole(inquiry: Inquiry) -> Part:
    """Return the parts as one, since a comparison has one matter."""
    parts = inquiry.parts
    first = parts[0]
    concepts = tuple(dict.fromkeys(concept for part in parts for concept in part.concepts))
    return Part(
        text=inquiry.text,
        bare=COMPARES.sub("", "，".join(part.bare for part in parts)),
        leans=False,
        wanted=find_slots(inquiry.text),
        concepts=concepts,
        runs=tuple(dict.fromkeys(run for part in parts for run in part.runs)),
        phrases=first.phrases,
        letters=frozenset().union(*(part.letters for part in parts)),
        explained={pair: found for part in parts for pair, found in part.explained.items()},
        context_concepts=tuple(concept for concept in first.context_concepts if concept not in concepts),
        context_runs=first.context_runs,
    )


def _find_section(programme: Programme, part: Part, corpus: Corpus) -> Clause | None:
    """Return the section that the question names by its heading, where it names little else."""
    asked = {pair: corpus.weigh(pair) for pair in count_pairs((*part.runs, *part.context_runs))}
    best: tuple[float, Clause | None] = (0.0, None)
    for clause in programme.notice.clauses:
        own = {pair: corpus.weigh(pair) for pair in pairs_of(normalise(clause.title))}
        if clause.parent or not own:
            continue
        shared = sum(weight for pair, weight in own.items() if pair in asked)
        share = shared / sum(own.values())
        best = max(best, (share, clause), key=lambda pair: pair[0])
    return best[1] if best[0] >= _SECTION else None


def _find_items(programme: Programme, text: str, corpus: Corpus) -> list[Clause]:
    """Return the clauses of one section that the question lists by their titles; none where it lists fewer than two."""
    found: dict[str | None, list[Clause]] = {}
    for piece in re.split(r"[、,和与及]|这几", text):
        asked = {pair: corpus.weigh(pair) for pair in pairs_of(piece)}
        rated = [
            (_hold(asked, piece, normalise(clause.title)), clause.path, clause)
            for clause in programme.notice.clauses
            if clause.parent and clause.title and clause.kind == "prose"
        ]
        best = max(rated, default=None, key=lambda one: one[:2])
        if best and best[0] >= _ITEM * sum(asked.values()) > 0:
            found.setdefault(best[2].parent, []).append(best[2])
    items = max(found.values(), key=len, default=[])
    return items if len(items) > 1 else []


def _hold(asked: dict[str, float], piece: str, title: str) -> float:
    """Return the weight of the words that a title holds: all of them where it only puts others in between."""
    letters = iter(title)
    if len(piece) >= _SHORTEST_ITEM and all(letter in letters for letter in piece):
        return sum(asked.values())
    return sum(weight for pair, weight in asked.items() if pair in title)


def _dated_items(programme: Programme, items: Sequence[Clause], corpus: Corpus) -> list[Ranked]:
    """Return the sentence of each item with a date, or its first one."""
    chosen: list[tuple[int, Unit]] = []
    for item in items:
        own = [(place, corpus.units[place]) for place in corpus.own[programme.id]]
        own = [(place, unit) for place, unit in own if unit.clause == item.path]
        chosen += [one for one in own if re.search(DATE, one[1].plain)][:1] or own[:1]
    return [_rank_alike(place, unit) for place, unit in chosen[:_SIDE]]


def _rank_alike(place: int, unit: Unit, score: float = 0.0) -> Ranked:
    return Ranked(place, unit, score, 0.0, 0.0, 0.0, 0.0, needed=True, topical=True, valued=True, strict=True)


def _match_sections(pair: tuple[Programme, Programme], found: list[Clause | None]) -> list[Clause | None]:
    """Return the sections of both years, one that is not named itself told by the other's title."""
    first, second = found
    if first and not second:
        second = _find_alike(first, pair[1])
    elif second and not first:
        first = _find_alike(second, pair[0])
    return [first, second]


def _find_alike(section: Clause, programme: Programme) -> Clause | None:
    rated = [(dice(section.title, clause.title), clause.path, clause) for clause in programme.notice.clauses]
    best = max((one for one in rated if one[2].parent is None), default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] >= _ALIKE else None


def _compare_sections(pair: tuple[Programme, Programme], sections: Sequence[Clause], corpus: Corpus) -> list[Claim]:
    """Return the sentences of each year's section that the other year's lacks."""
    sides = [_section_units(programme, section, corpus) for programme, section in zip(pair, sections, strict=True)]
    if not all(sides):
        return []
    claims: list[Claim] = []
    for own, other, programme in ((sides[0], sides[1], pair[0]), (sides[1], sides[0], pair[1])):
        alone = [unit for unit in own if max(dice(unit.plain, one.plain) for one in other) < _CHANGED]
        if alone:
            text = "独有的内容：" + "；".join(re.sub(r"[。；]$", "", unit.body) for unit in alone[:_SIDE])
            claims.append(Claim(programmes=(programme.id,), text=text, units=tuple(alone[:_SIDE]), derived=True))
    return claims


def _dated(programme: Programme, section: Clause, corpus: Corpus) -> list[Ranked]:
    """Return the section's sentences with a date, or how its items begin where none has one."""
    units = [(place, corpus.units[place]) for place in corpus.own[programme.id]]
    inside = [(place, unit) for place, unit in units if section.span.contains(unit.span)]
    headings = [_rank_alike(place, unit, -_NEAR) for place, unit in inside if unit.kind == "heading"]
    inside = [(place, unit) for place, unit in inside if unit.kind != "heading"]
    dated = [(place, unit) for place, unit in inside if re.search(DATE, unit.plain)]
    first: dict[str, tuple[int, Unit]] = {}
    for place, unit in inside:
        first.setdefault(unit.clause, (place, unit))
    chosen = dated or list(first.values())
    return [*(_rank_alike(place, unit) for place, unit in chosen[:_SIDE]), *headings[:1]]


def _section_units(programme: Programme, section: Clause, corpus: Corpus) -> list[Unit]:
    inside = [
        corpus.units[place]
        for place in corpus.own[programme.id]
        if section.span.start <= corpus.units[place].span.start < section.span.end
    ]
    return [unit for unit in inside if unit.kind != "heading"]


def _choose(part: Part, corpus: Corpus, programme: Programme, hits: Sequence[Hit], focus: Focus) -> list[Ranked]:
    ranked = rank(part, corpus, [programme.id], hits, focus)
    good = [one for one in ranked if one.holds] or ranked[:1]
    decision = decide(part, ranked, corpus)
    if not good or decision is None or not decision.answers:
        return []
    return [one for one in good if one.score >= good[0].score - _NEAR][:_SIDE]


def _compare_sentences(
    pair: tuple[Programme, Programme], sides: Sequence[list[Ranked]], part: Part, corpus: Corpus
) -> list[Claim]:
    claims: list[Claim] = []
    words = _list_own_phrases(sides)
    for programme, side, own in zip(pair, sides, words, strict=True):
        units = tuple(one.unit for one in side)
        if own:
            claims.append(Claim(programmes=(programme.id,), text=own, units=units))
        elif units:
            text = "；".join(dict.fromkeys(trim(unit, part, corpus, _WHOLE) for unit in units[: _shown(side)]))
            claims.append(Claim(programmes=(programme.id,), text=text, units=units))
        else:
            claims.append(Claim(programmes=(programme.id,), text="通知里没有这一内容", units=(), derived=True))
    if all(sides) and len({bare(claim.text) for claim in claims}) == 1:
        units = tuple(side[0].unit for side in sides)
        return [*claims, Claim(programmes=(), text="两年的规定一致，没有变化", units=units, derived=True)]
    return [*claims, *_conclude(pair, sides, part)]


def _list_own_phrases(sides: Sequence[list[Ranked]]) -> list[str]:
    """Return for each year the phrases of its leading sentence that differ; nothing where they are not alike."""
    if not all(sides):
        return ["", ""]
    first, second = (side[0].unit for side in sides)
    alike = dice(first.plain, second.plain) >= SAME and len(first.body) > _LONG
    own = [find_own_phrases(first, second), find_own_phrases(second, first)]
    return own if alike and all(own) else ["", ""]


def _shown(side: Sequence[Ranked]) -> int:
    return sum(one.score >= side[0].score - _SHOWN for one in side)


def _conclude(pair: tuple[Programme, Programme], sides: Sequence[list[Ranked]], part: Part) -> list[Claim]:
    """Return what follows from the two: agreement, values that only one has, or that they differ."""
    if not all(sides):
        return []
    first, second = sides[0][0].unit, sides[1][0].unit
    units = (first, second)
    ids = tuple(programme.id for programme in pair)
    if is_same(first, second):
        return [Claim(programmes=(), text="两年的规定一致，没有变化", units=units, derived=True)]
    equal = find_equal_value(first, second, part.wanted) if dice(first.plain, second.plain) >= SAME else ""
    if equal:
        return [Claim(programmes=(), text=f"两年都是{equal}，没有变化", units=units, derived=True)]
    claims: list[Claim] = []
    if part.wants("date"):
        dated = [[one for one in side if re.search(DATE, one.unit.plain)] for side in sides]
        for programme, own, other in ((pair[0], dated[0], dated[1]), (pair[1], dated[1], dated[0])):
            if not own and other:
                claims.append(Claim(programmes=(programme.id,), text="相应条款没有标注时间", units=units, derived=True))
    words = find_own_words(first, second)
    lost = find_own_words(second, first)
    if dice(first.plain, second.plain) >= SAME and (words or lost):
        text = "；".join(
            f"{name_programme(programme)}有“{'”“'.join(found)}”而另一年没有"
            for programme, found in ((pair[0], words), (pair[1], lost))
            if found
        )
        claims.append(Claim(programmes=(), text=text, units=units, derived=True))
    elif not claims:
        claims.append(Claim(programmes=ids[:0], text="两年的表述不同", units=units, derived=True))
    return claims
