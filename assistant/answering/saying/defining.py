"""What a word means: the sentence that says so, or an honest word that no sentence does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answering.asked.question import Inquiry, Part
from assistant.answering.saying.agreeing import agree
from assistant.answering.saying.claims import Claim, Said, read_aloud
from assistant.answering.saying.phrases import join_phrases, keep_whole, split_phrases
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.text import normalise

_BEFORE = re.compile(r"(?:什么(?:叫做?|是)|啥(?:叫|是)|所谓的?)(?P<term>[^,。?、的]{2,16})[?？]*$")
_BEHIND = re.compile(
    r"(?P<term>[^,。?]{2,24}?)(?:到底|究竟|具体|一般|是)*(?:什么意思|啥意思|指(?:的是)?(?:什么|啥|哪)|"
    r"(?:怎么|如何)(?:理解|定义)|的?含义(?:是什么)?)[呢啊?？]*$"
)
_BARE = re.compile(r"^(?P<term>[^,。?的年版]{2,12}?)是(?:个|一个)?(?:什么|啥)(?:东西|概念)?[呢啊?？]*$")
"""Asks what something is; with 的 in it, it asks for a value (截止的日期是什么)."""
_HEAD = re.compile(r".*(?:里的?|中的|提到的?|说的?|写的?|讲的?|这个|那个|所谓的?)")
_FILLER = re.compile(r"到底|究竟|具体|一般|[是指]$")
_MARKS = re.compile(r"[“”\"‘’'「」『』《》]")
_OTHER = (
    "list",
    "procedure",
    "date",
    "person",
    "phone",
    "email",
    "address",
    "url",
    "count",
    "length",
    "ratio",
    "money",
)
"""Slots of a question that asks for no meaning, though it ends on 是什么."""
_MOST = 2
"""Notices whose nearest sentences are said."""
_LONGEST = 120
"""Characters of the sentence that comes nearest."""


def find_term(part: Part, names: Sequence[str]) -> str:
    """Return the word whose meaning is asked for, normalised and without marks; empty where none is.

    Args:
        part: what is asked.
        names: names of programmes in the question, which tell where to look and not for what.
    """
    text = _MARKS.sub("", part.text)
    found = _BEFORE.search(text) or _BEHIND.search(text)
    if found is None and not part.wants(*_OTHER):
        found = _BARE.search(text)
    if found is None:
        return ""
    term = _FILLER.sub("", _HEAD.sub("", found["term"]))
    for name in sorted(names, key=len, reverse=True):
        term = re.sub(rf"^(?:20\d\d年?(?:度)?)?{re.escape(name)}(?:专项|指南|通知|的)*", "", term) or term
    return term if len(term) > 1 else ""


def claim_meaning(term: str, claims: Sequence[Claim], inquiry: Inquiry, corpus: Corpus) -> list[Claim]:
    """Return the claims with the sentence that says what the word means first, or with the word that none does.

    Args:
        term: the word.
        claims: what was found for the part, at least one.
        inquiry: the question.
        corpus: the notices' sentences.
    """
    if not any(term in _MARKS.sub("", corpus.squashed[one.id]).lower() for one in inquiry.scope.programmes):
        return list(claims)
    if any(_defines(term, unit) for claim in claims for said in claim.said for unit in said.units):
        return list(claims)
    defined = agree([*_claim_defined(term, claims, inquiry, corpus)])
    if defined:
        return defined
    near = [_keep_nearest(term, claim) for claim in claims if _holds(term, claim)] or [_keep_nearest(term, claims[0])]
    near = agree(near)
    programmes = tuple(dict.fromkeys(one for claim in near for one in claim.programmes))
    text = f"没有给“{_show(term, claims)}”下定义，最接近的规定如下"
    units = tuple(unit for claim in near for said in claim.said for unit in said.units)
    return [Claim(programmes=programmes, text=text, units=units, form="lacks", derived=True), *near[:_MOST]]


def _claim_defined(term: str, claims: Sequence[Claim], inquiry: Inquiry, corpus: Corpus) -> Iterator[Claim]:
    """Yield for each notice the sentence that says what the word means."""
    found = {one for claim in claims for one in claim.programmes}
    scope = [one for one in inquiry.scope.programmes if one.id in found] or inquiry.scope.programmes
    for programme in (*scope, *(one for one in inquiry.scope.programmes if one not in scope)):
        units = [corpus.units[place] for place in corpus.own[programme.id]]
        defining = next((unit for unit in units if unit.kind != "row" and _defines(term, unit)), None)
        if defining is not None:
            said = (Said(defining.body.rstrip("。；，、 "), (defining,)),)
            cited = tuple(unit for claim in claims for unit in claim.units if unit.programme == programme.id)
            units_cited = tuple(dict.fromkeys((defining, *cited)))
            text = read_aloud(said)
            yield Claim(programmes=(programme.id,), text=text, units=units_cited, said=said, part=claims[0].part)


def _defines(term: str, unit: Unit) -> bool:
    """Say whether the sentence tells what the word means, or belongs to the blank of a form that is called so."""
    word = rf"{re.escape(term)}[”\"’』」]?"
    plain = _MARKS.sub("", unit.plain)
    means = rf"{word},?(?:具体)?(?:是指|指:|即|\((?:含|包括|即|指)|主要?包括|分为|:\(?(?:指|即|为))"
    calls = rf"简称为?{word}|(?:实行|采用){word},|{word}(?:是|为):"
    return unit.label == term or re.search(rf"{means}|{calls}", plain) is not None


def _holds(term: str, claim: Claim) -> bool:
    return any(term in _MARKS.sub("", normalise(said.words)) for said in claim.said)


def _keep_nearest(term: str, claim: Claim) -> Claim:
    """Return the claim with the one sentence that holds the word, as short as may be; the leading one for none."""
    best = min(
        (said for said in claim.said if term in _MARKS.sub("", normalise(said.words))),
        key=_measure,
        default=claim.said[0],
    )
    if len(best.words) > _LONGEST:
        phrases = split_phrases(best.words)
        holding = [place for place, phrase in enumerate(phrases) if term in _MARKS.sub("", normalise(phrase))]
        best = replace(best, words=join_phrases(phrases, keep_whole(phrases, holding[:1])) or best.words)
    return replace(claim, said=(best,), text=best.words)


def _measure(said: Said) -> bool:
    """Return whether the words are too long; the first of equals is the one that answers best."""
    return len(said.words) > _LONGEST


def _show(term: str, claims: Sequence[Claim]) -> str:
    """Return the word as a notice prints it, which may have capitals."""
    printed = re.compile(re.escape(term), re.IGNORECASE)
    found = (printed.search(unit.body) for claim in claims for unit in claim.units)
    return next((match[0] for match in found if match), term.upper())
