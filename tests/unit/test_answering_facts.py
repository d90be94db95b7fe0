"""Several parts of one question, each with its own decision."""

from collections.abc import Sequence

import pytest

from assistant.answering.asked.focus import Focus
from assistant.answering.asked.question import understand
from assistant.answering.kinds.facts import Outcome, claim_facts
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.domain.passage import Hit
from assistant.library.programmes import load_catalogue


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return open_corpus(load_catalogue())


def find_nothing(_: str) -> Sequence[Hit]:
    return ()


def read(question: str, corpus: Corpus) -> Outcome:
    return claim_facts(understand(question, corpus, None, ()), corpus, find_nothing, Focus())


def test_a_doubtful_part_is_answered_beside_another_that_is(corpus: Corpus, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("assistant.answering.choosing.deciding.THRESHOLD", 0.8)

    assert not read("2022年复选谁投票", corpus).claims
    assert not read("2022年终选遴选多少个问题，复选谁投票", corpus).refused


def test_what_contradicts_a_part_contradicts_those_that_lean_on_it(corpus: Corpus):
    outcome = read("种质资源基地是不是设在云南，设在哪个县", corpus)

    assert not outcome.claims
    assert [part.leans for part in outcome.refused] == [False, True]


@pytest.mark.parametrize("question", ["2022和2023年的邮箱是同一个吗", "22年和23年的截止日期差多少"])
def test_sameness_and_difference_of_two_years_are_compared(question: str, corpus: Corpus):
    assert understand(question, corpus, None, ()).compares


@pytest.mark.parametrize("question", ["同一个团队最多可以申报几项", "中途换负责人要批准吗"])
def test_sameness_of_anything_else_is_no_comparison(question: str, corpus: Corpus):
    assert not understand(question, corpus, None, ()).compares
