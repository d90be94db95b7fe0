import dataclasses

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.library.programmes import load_catalogue
from assistant.matching.reasons import find_reasons
from assistant.matching.vocabulary import Vocabulary, vocabulary_of
from assistant.text import find_quote, squash


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def vocabulary(catalogue: Catalogue) -> Vocabulary:
    return Vocabulary(catalogue)


@pytest.fixture(scope="module")
def direction(catalogue: Catalogue) -> Direction:
    return next(one for one in catalogue.find_programme("nkrd-2021-05").directions if one.number == "6.3")


def test_a_word_that_the_direction_holds_is_answered_by_its_sentence(direction: Direction, vocabulary: Vocabulary):
    reasons = find_reasons("石墨怎么提纯", direction, (), vocabulary)
    assert all("石墨" in reason.quote or "提纯" in reason.quote for reason in reasons)
    assert "石墨" in {term for reason in reasons for term in reason.terms}


def test_a_word_that_only_an_expansion_holds_is_shown_as_a_bridge(direction: Direction, vocabulary: Vocabulary):
    reasons = find_reasons("graphite purification", direction, ("purification of graphite",), vocabulary)
    assert [reason.section for reason in reasons] == ["title"]
    assert set(reasons[0].terms) == {f"graphite → {direction.title}", f"purification → {direction.title}"}


def test_without_the_expansion_there_is_no_reason(direction: Direction, vocabulary: Vocabulary):
    assert find_reasons("graphite purification", direction, (), vocabulary) == ()


def test_words_of_every_direction_explain_nothing(direction: Direction, vocabulary: Vocabulary):
    assert find_reasons("研究关键技术", direction, (), vocabulary) == ()


@pytest.mark.parametrize(
    ("query", "number", "torn"), [("脓毒症病人", "2.1", "症病"), ("珊瑚白化与海温", "1.2", "化与海")]
)
def test_the_end_of_one_word_with_the_beginning_of_the_next_explains_nothing(
    query: str, number: str, torn: str, catalogue: Catalogue, vocabulary: Vocabulary
):
    programme = catalogue.find_programme("nkrd-2021-03")
    own = next(one for one in programme.directions if one.number == number)
    holding = dataclasses.replace(own, research_content=f"{own.research_content}{torn}。")
    assert vocabulary.is_torn(torn)
    assert all(torn not in term for one in find_reasons(query, holding, (), vocabulary) for term in one.terms)


def test_every_reason_quotes_the_direction_exactly(catalogue: Catalogue, vocabulary: Vocabulary):
    for programme in catalogue.programmes:
        for direction in programme.directions:
            own = " ".join((direction.title, direction.research_content, direction.assessment_indicators))
            expansions = programme.expansion_of(direction).phrases
            for reason in find_reasons(expansions[-1] + direction.title, direction, expansions, vocabulary):
                assert find_quote(own, reason.quote), direction.id
                assert 0 < len(squash(reason.quote)) <= 300
                assert 0 < len(reason.terms) <= 6


def test_a_rare_word_weighs_more_than_a_common_one(vocabulary: Vocabulary):
    assert vocabulary.weigh_run("石墨") > vocabulary.weigh_run("研究")
    assert vocabulary.knows("石墨")
    assert not vocabulary.knows("马球")


def test_the_vocabulary_is_counted_once_for_a_corpus(catalogue: Catalogue):
    same = dataclasses.replace(catalogue)
    assert vocabulary_of(catalogue) is vocabulary_of(same)
    assert vocabulary_of(catalogue) is not vocabulary_of(dataclasses.replace(catalogue, fingerprint="other"))
