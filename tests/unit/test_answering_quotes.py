"""Quotes are exact, short, inside one clause, and tell their place."""

from itertools import pairwise

import pytest

from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.answering.sentences.quoting import add_headings, widen
from assistant.answering.sentences.units import QUOTE_LIMIT, Unit
from assistant.library.programmes import load_catalogue
from assistant.text import squash


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return open_corpus(load_catalogue())


def find(corpus: Corpus, programme: str, words: str) -> Unit:
    return next(corpus.units[place] for place in corpus.own[programme] if words in corpus.units[place].text)


def test_every_sentence_is_an_exact_substring_of_its_notice_and_short(corpus: Corpus) -> None:
    for unit in corpus.units:
        raw = unit.span.slice(corpus.programmes[unit.programme].notice.text)
        assert squash(unit.text) == squash(raw)
        assert 0 < len(unit.text) <= QUOTE_LIMIT


def test_the_sentences_of_a_programme_never_overlap(corpus: Corpus) -> None:
    for places in corpus.own.values():
        spans = sorted(corpus.units[place].span for place in places)
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_short_clause_is_quoted_whole(corpus: Corpus) -> None:
    sentence = find(corpus, "cast-2023", "自通知印发之日起")
    (quote,), places = widen([sentence], corpus, 5)
    assert quote.text.startswith("一、征集时间")
    assert places[sentence] == 0


def test_neighbours_in_a_clause_are_joined_into_one_quote(corpus: Corpus) -> None:
    first = find(corpus, "cast-2022", "通过终评遴选的30个问题难题将面向社会发布")
    second = find(corpus, "cast-2022", "正文及科普文章将分别结集出版")
    quotes, places = widen([first, second], corpus, 5)
    assert len(quotes) == 1
    assert places[first] == places[second] == 0


def test_a_sentence_that_guides_share_is_quoted_with_its_surroundings(corpus: Corpus) -> None:
    sentence = find(corpus, "nkrd-2021-12", "项目执行期原则上为")
    assert corpus.is_repeated("nkrd-2021-12", sentence.text)
    (quote,), _ = widen([sentence], corpus, 5)
    assert not corpus.is_repeated("nkrd-2021-12", quote.text)
    assert len(quote.text) <= QUOTE_LIMIT


def test_a_repeated_requirement_is_cited_with_its_heading_and_what_stands_around_it(corpus: Corpus) -> None:
    requirement = next(
        unit for unit in corpus.units if unit.programme == "sticoop-2022" and unit.clause == "6.1 其他要求"
    )
    quotes = add_headings((requirement,), corpus, 5)
    assert [quote.clause for quote in quotes] == ["6.1 其他要求", "6.1", "6.2", "6.1 考核指标"]
    assert len(add_headings((requirement,), corpus, 2)) == 2
