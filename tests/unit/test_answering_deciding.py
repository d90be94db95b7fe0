"""Whether a notice answers: reasons for the best sentence against a known silence."""

import pytest

from assistant.answering.asked.question import understand
from assistant.answering.choosing.deciding import decide
from assistant.answering.choosing.fitted import DECISION, WEIGHTS
from assistant.answering.choosing.measures import MEASURES
from assistant.answering.choosing.ranking import rank
from assistant.answering.choosing.signals import CONTRADICTIONS, SIGNALS
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.library.programmes import load_catalogue


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return open_corpus(load_catalogue())


def test_every_reason_has_its_weight_and_no_other_is_weighed():
    assert set(WEIGHTS) == set(MEASURES)
    assert set(DECISION) == set(SIGNALS)


def test_likeness_to_silences_and_contradictions_never_speak_for_an_answer():
    against = ("silent_centre", "silent_odds", "near_silent", "many_silent", "untold", *CONTRADICTIONS)
    assert all(DECISION[name] <= 0 for name in against)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("什么时候截止", True),
        ("委员会最少要多少位专家", True),
        ("入选了能拿多少奖金", False),
        ("交材料要收评审费吗", False),
    ],
)
def test_a_call_answers_what_it_says_and_not_what_it_is_silent_on(corpus: Corpus, question: str, *, answered: bool):
    part = understand(question, corpus, "cast-2022", ()).parts[0]

    decision = decide(part, rank(part, corpus, ["cast-2022"]), corpus)

    assert decision is not None
    assert decision.answers is answered


@pytest.mark.parametrize(
    ("question", "programme"),
    [
        ("认证平台在哪三个城市试点", "nkrd-2021-11"),
        ("种质资源基地是不是设在云南", "nkrd-2021-03"),
    ],
)
def test_a_sentence_without_the_name_that_is_asked_for_is_no_answer(corpus: Corpus, question: str, programme: str):
    part = understand(question, corpus, programme, ()).parts[0]

    decision = decide(part, rank(part, corpus, [programme]), corpus)

    assert decision is not None
    assert decision.contradicted
    assert not decision.answers


def test_words_that_only_the_written_questions_of_a_sentence_hold_count_as_told(corpus: Corpus):
    parts = [
        understand(text, corpus, "cast-2022", ()).parts[0] for text in ("征集活动由谁主办", "征集期间可以接受采访吗")
    ]

    decisions = [decide(part, rank(part, corpus, ["cast-2022"]), corpus) for part in parts]

    told, untold = [one.figures[SIGNALS.index("told")] for one in decisions if one is not None]
    assert told > untold


def test_nothing_is_decided_where_nothing_was_ranked(corpus: Corpus):
    part = understand("什么时候截止", corpus, "cast-2022", ()).parts[0]

    assert decide(part, [], corpus) is None
