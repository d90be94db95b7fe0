"""Why a direction answers a problem: its own sentences, with the words of the problem that they answer."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.direction import Direction, SectionKind
from assistant.domain.match import Reason
from assistant.matching.vocabulary import Vocabulary
from assistant.text import normalise, shared_runs, tokenise

_SENTENCE = re.compile(r"[^。；！？;]+[。；！？;]?")
_MOST_REASONS = 3
_MOST_TERMS = 6
_KEPT = 1024
"""Directions whose sentences and other words stay read, since a conversation comes back to the same ones."""
_LONGEST = 300
"""Longest quote, in characters."""
_LIGHTEST = 2.0
"""Weight below which a word stands in so many directions that it explains nothing; a word of one direction has 5.2."""
_HYPHENATED = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")
_JOINING = "和与及或在为里下上后中前等从到把被对并而以于之能会要可不都就还又很"
"""Characters that a run of shared pairs may catch at its ends without being part of the word."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    section: SectionKind
    text: str
    tokens: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Term:
    """A word of the problem as it is shown, with its weight and the sentence that answers it."""

    shown: str
    weight: float
    sentence: _Sentence


def find_reasons(
    query: str, direction: Direction, expansions: Sequence[str], vocabulary: Vocabulary
) -> tuple[Reason, ...]:
    """Return the sentences of the direction that answer words of the problem, the best first, at most three.

    A sentence answers the words that it holds. A word that only an expansion of the direction holds is led to the
    direction's title, as `问题里的词 → 方向里的词`; the expansion itself is never shown.

    Args:
        query: the problem.
        direction: the direction.
        expansions: other words for it.
        vocabulary: of the catalogue that the direction belongs to.
    """
    sentences = _sentences(direction.title, direction.research_content, direction.assessment_indicators)
    terms = [*_direct(query, sentences, vocabulary), *_bridged(query, sentences, expansions, vocabulary)]
    by_sentence: dict[_Sentence, list[_Term]] = {}
    for term in terms:
        by_sentence.setdefault(term.sentence, []).append(term)
    ranked = sorted(by_sentence.items(), key=lambda item: -sum(term.weight for term in item[1]))
    return tuple(_reason(sentence, those) for sentence, those in ranked[:_MOST_REASONS])


def _reason(sentence: _Sentence, terms: list[_Term]) -> Reason:
    ranked = sorted(terms, key=lambda term: -term.weight)[:_MOST_TERMS]
    return Reason(quote=sentence.text, section=sentence.section, terms=tuple(term.shown for term in ranked))


def _direct(query: str, sentences: Sequence[_Sentence], vocabulary: Vocabulary) -> Iterator[_Term]:
    """Yield the words of the problem that a sentence holds."""
    pairs = frozenset(token for token in tokenise(query) if len(token) > 1)
    for sentence in sentences:
        if not pairs.isdisjoint(sentence.tokens):
            for word in _words(query, sentence.tokens, vocabulary):
                yield _Term(word, vocabulary.weigh_run(word), sentence)


def _bridged(
    query: str, sentences: Sequence[_Sentence], expansions: Sequence[str], vocabulary: Vocabulary
) -> Iterator[_Term]:
    """Yield the words of the problem that only expansions hold, each led to the title.

    An expansion belongs to the whole direction: leading its words to single words of a sentence would claim more.
    """
    own = frozenset(token for sentence in sentences for token in sentence.tokens)
    beside, phrases = _read(tuple(expansions))
    for word in _words(query, own | beside, vocabulary):
        said = normalise(word)
        if any(said in phrase for phrase in phrases) and not own.issuperset(
            token for token in tokenise(word) if len(token) > 1
        ):
            yield _Term(f"{word} → {sentences[0].text}", vocabulary.weigh_run(word), sentences[0])


def _words(text: str, tokens: Collection[str], vocabulary: Vocabulary) -> list[str]:
    """Return the runs of the text that the tokens hold, without what joins words; light and torn ones left out."""
    apart = _HYPHENATED.sub(lambda word: word[0] if word[0].lower() in tokens else word[0].replace("-", " "), text)
    words = dict.fromkeys(run.strip(_JOINING) for run in shared_runs(apart, tokens))
    return [
        word
        for word in words
        if len(word) > 1 and vocabulary.weigh_run(word) >= _LIGHTEST and not vocabulary.is_torn(word)
    ]


@lru_cache(maxsize=_KEPT)
def _read(expansions: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the tokens of the expansions, and each of them normalised."""
    tokens = frozenset(token for expansion in expansions for token in tokenise(expansion))
    return tokens, tuple(normalise(expansion) for expansion in expansions)


@lru_cache(maxsize=_KEPT)
def _sentences(title: str, content: str, indicators: str) -> tuple[_Sentence, ...]:
    """Return the title, then the sentences of what a direction is about."""
    texts: tuple[tuple[SectionKind, str], ...] = (("research_content", content), ("assessment_indicators", indicators))
    quotes: Iterator[tuple[SectionKind, str]] = (
        (section, match[0].strip()[:_LONGEST]) for section, text in texts for match in _SENTENCE.finditer(text)
    )
    return (
        _Sentence("title", title, frozenset(tokenise(title))),
        *(_Sentence(section, quote, frozenset(tokenise(quote))) for section, quote in quotes if quote),
    )
