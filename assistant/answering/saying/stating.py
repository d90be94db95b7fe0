"""From claims to statements: the first one short and whole, each with the quotes that prove it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.saying.claims import Claim, Said, call_briefly, name_programme
from assistant.answering.saying.phrases import (
    binds_last,
    binds_next,
    join_phrases,
    lacks_subject,
    split_phrases,
    takes_back,
)
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.naming import join_labels
from assistant.domain.task import Form, Statement

FIRST = 60
"""Characters of an answer's first sentence."""
_FRAME = 3
"""Characters of 按 and the marks around a notice's name."""
_MANY = 2
_COUNTED = len("2021年12个专项指南一致")
"""Characters by which more notices are counted."""
_ASIDE = re.compile(r"（(?:包括|以下简称)[^（）]*）")
"""What a long first sentence leaves out: the words that a term stands for, which the quote shows."""
_SHORT_TITLE = 16
_SHORTEST_LEAD = 8


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotes of an answer with the sentences that they hold."""

    units: tuple[Unit, ...]
    places: Mapping[Unit, int]

    def prove(self, units: Sequence[Unit]) -> tuple[int, ...]:
        """Return the places of the quotes that hold the sentences, and of the heading of their direction."""
        found = [self.places[unit] for unit in units if unit in self.places]
        directions = {(unit.programme, unit.direction) for unit in units if unit.direction}
        titles = [
            place
            for place, unit in enumerate(self.units)
            if unit.kind == "direction" and (unit.programme, unit.direction) in directions
        ]
        return tuple(dict.fromkeys([*found, *titles]))


def state_claims(
    claims: Sequence[Claim], quotes: Quotes, corpus: Corpus, opening: str
) -> tuple[list[Statement], dict[str, str]]:
    """Return what is to be said, in order, each statement one sentence, and the names of the notices.

    Args:
        claims: what was found, the first one answering the question.
        quotes: what will be cited.
        corpus: where the notices and their clauses are.
        opening: the words with which the first sentence begins.
    """
    ids = dict.fromkeys(one for claim in claims for one in claim.programmes)
    many = {one for claim in claims if len(claim.programmes) > _MANY for one in claim.programmes}
    full = {one: (call_briefly if one in many else name_programme)(corpus.programmes[one]) for one in ids}
    stated = list(_state_all(claims, quotes, corpus, opening, full))
    if _measure(stated[0], opening, full) > FIRST:
        brief = {one: call_briefly(corpus.programmes[one]) for one in ids}
        restated = list(_state_all(claims, quotes, corpus, opening, brief))
        if _measure(restated[0], opening, brief) <= FIRST:
            return restated, brief
    return stated, full


def _measure(first: Statement, opening: str, labels: Mapping[str, str]) -> int:
    return len(opening) + _length(first.programmes, labels) + _FRAME + len(first.about) + len(first.text)


def _length(programmes: Sequence[str], labels: Mapping[str, str]) -> int:
    """Return the characters of the notices' names, which are only counted where they are many."""
    return len(join_labels([labels[one] for one in programmes])) if len(programmes) <= _MANY else _COUNTED


def _state_all(
    claims: Sequence[Claim], quotes: Quotes, corpus: Corpus, opening: str, labels: Mapping[str, str]
) -> Iterator[Statement]:
    about = ""
    for number, claim in enumerate(_unite(claims)):
        if not claim.said:
            yield Statement(
                programmes=claim.programmes,
                text=claim.text,
                citations=quotes.prove(claim.units),
                derived=claim.derived,
                form=claim.form,
            )
            continue
        room = FIRST - _FRAME - len(opening if number == 0 else "") - _length(claim.programmes, labels)
        for place, said in enumerate(claim.said):
            for statement in _state(claim, said, quotes, corpus, room if number == place == 0 else 10 * FIRST):
                known = number > 0 or place > 0
                yield replace(statement, about="") if known and statement.about == about else statement
                about = statement.about or about


def _unite(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, what later ones repeat of a sentence joined to where it is said first."""
    united: list[Claim] = []
    first: dict[tuple[tuple[str, ...], Unit], tuple[int, int]] = {}
    for claim in claims:
        kept: list[Said] = []
        for said in claim.said:
            if said.units[0].kind == "direction" and kept and kept[0].units[0].direction == said.units[0].direction:
                continue
            key = (claim.programmes, said.units[0])
            place = first.get(key)
            if place is None:
                first[key] = (len(united), len(kept))
                kept.append(said)
            elif place[0] < len(united):
                united[place[0]] = _extend(united[place[0]], place[1], said)
            else:
                kept.append(said)
        if kept or not claim.said:
            united.append(replace(claim, said=tuple(kept)))
    return united


def _extend(claim: Claim, place: int, more: Said) -> Claim:
    """Return the claim with further phrases of the sentence at the place, in the order of the sentence."""
    said = claim.said[place]
    body = said.units[0].body
    if more.words in said.words or said.words in more.words or said.units[0].kind == "contact":
        words = max(said.words, more.words, key=len)
    else:
        phrases = split_phrases(body)
        both = [
            number
            for number, phrase in enumerate(phrases)
            if (bare := join_phrases([phrase], [0])) and (bare in said.words or bare in more.words)
        ]
        words = join_phrases(phrases, both) if both else f"{said.words}；{more.words}"
    return replace(claim, said=(*claim.said[:place], replace(said, words=words), *claim.said[place + 1 :]))


def _state(claim: Claim, said: Said, quotes: Quotes, corpus: Corpus, room: int) -> Iterator[Statement]:
    unit = said.units[0]
    about = _tell_about(unit, said.words, corpus)
    cited = quotes.prove(said.units)
    form = _choose_form(unit, said.words)
    words = split_lead(said.words, room - len(about))
    for place, text in enumerate(words):
        yield Statement(
            programmes=claim.programmes,
            text=text,
            citations=cited,
            derived=claim.derived,
            form=form,
            about=about if place == 0 else "",
        )


def split_lead(words: str, room: int) -> list[str]:
    """Return a text as one or two sentences, the first as long as fits and parted where no condition is torn off."""
    if len(words) <= room:
        return [words]
    shorter = _ASIDE.sub("", words)
    if len(shorter) <= room:
        return [shorter]
    phrases = split_phrases(words)
    best, length = 0, 0
    for place, phrase in enumerate(phrases[:-1], start=1):
        length += len(phrase)
        torn = binds_next(phrase) or binds_last(phrases[place]) or any(map(takes_back, phrases[place:]))
        if _SHORTEST_LEAD <= length - 1 <= room and not torn and not phrase.endswith(("：", ":")):
            best = place
    if not best:
        return [words]
    places = range(len(phrases))
    return [join_phrases(phrases, places[:best]), join_phrases(phrases, places[best:])]


def _tell_about(unit: Unit, words: str, corpus: Corpus) -> str:
    """Return the part of the notice that the words are about, where they do not say so; empty otherwise."""
    if unit.kind == "form":
        own = _title(unit, corpus)
        attachment = re.match(r"附件\d+", unit.clause)
        return f"{attachment[0] if attachment else ''}“{own}”栏" if own and not words.startswith(own) else ""
    if unit.direction:
        return "" if unit.kind == "direction" or words.startswith(unit.direction) else f"{unit.direction}方向"
    if unit.clause in {"落款", "文头"}:
        return unit.clause
    title = re.sub(r"（[^）]*）$", "", _title(unit, corpus))
    bare = lacks_subject(words) or re.match(r"[自从至]", words) is not None
    return f"“{title}”" if bare and title and len(title) <= _SHORT_TITLE and title not in words else ""


def _title(unit: Unit, corpus: Corpus) -> str:
    clauses = corpus.programmes[unit.programme].notice.clauses
    return next((clause.title for clause in clauses if clause.path == unit.clause), "")


def _choose_form(unit: Unit, words: str) -> Form:
    if unit.kind == "contact":
        return "rule" if "的" in words.partition("是")[0] else "of"
    return "note" if unit.kind == "direction" or re.match(r"“[^”]+”[:：]", words) else "rule"
