"""Why a verb gave what it gave, over the shipped corpus and its real index."""

import math
from datetime import date
from pathlib import Path

import pytest

from assistant.answering.choosing.fitted import THRESHOLD
from assistant.answering.choosing.grounds import OF_DECISIONS, OF_SENTENCES
from assistant.answering.choosing.measures import MEASURES
from assistant.answering.choosing.signals import SIGNALS
from assistant.domain.explanation import Candidate, Explanation
from assistant.present.answers import present_explanation
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.text import squash
from assistant.wire import schema, to_json
from assistant.wiring import build_assistant
from wenjin_ui.views.explained import render_explanation
from wenjin_ui.words import say

TODAY = date(2023, 3, 1)
PROBLEM = "稀土尾矿里的重金属怎么治"
QUESTION = "2023年每个推荐单位可以推荐几个问题？"


@pytest.fixture(scope="module")
def assistant(index_dir: Path) -> Assistant:
    return build_assistant(Settings(WENJIN_DATA_DIR=index_dir, WENJIN_OFFLINE=True))


@pytest.fixture(scope="module")
def of_match(assistant: Assistant) -> Explanation:
    explanation = assistant.match(PROBLEM, top=2, explain=True).explanation
    assert explanation is not None
    return explanation


@pytest.fixture(scope="module")
def of_answer(assistant: Assistant) -> Explanation:
    explanation = assistant.ask(QUESTION, today=TODAY, explain=True).explanation
    assert explanation is not None
    return explanation


def candidates(explanation: Explanation) -> tuple[Candidate, ...]:
    return (*explanation.passages, *explanation.sentences)


def test_nothing_is_explained_unless_it_is_asked_for(assistant: Assistant):
    results = [assistant.match(PROBLEM), assistant.ask(QUESTION, today=TODAY)]

    assert [result.explanation for result in results] == [None, None]
    assert all("explanation" not in to_json(result) for result in results)


def test_an_explanation_does_not_change_what_is_explained(assistant: Assistant):
    plain, explained = assistant.match(PROBLEM), assistant.match(PROBLEM, explain=True)

    assert explained.model_copy(update={"explanation": None}) == plain


def test_the_schema_knows_the_explanation_and_does_not_require_it():
    for verb in ("ask", "match"):
        plain = schema(verb)
        properties, required = plain["properties"], plain.get("required", [])
        assert isinstance(properties, dict)
        assert isinstance(required, list)
        assert "explanation" in properties
        assert "explanation" not in required


def test_the_parts_of_a_passage_add_up_to_its_score(of_match: Explanation, of_answer: Explanation):
    for passage in (*of_match.passages, *of_answer.passages):
        assert sum(share.value for share in passage.shares) == pytest.approx(passage.score, abs=0.001)


def test_the_grounds_of_a_match_give_the_confidence_that_it_states(assistant: Assistant, of_match: Explanation):
    odds = sum(ground.value for ground in of_match.grounds)

    confidence = assistant.match(PROBLEM).confidence
    assert 1 / (1 + math.exp(-odds)) == pytest.approx(confidence, abs=0.002)
    assert f"{confidence:.2f}" in of_match.decided[0]


def test_every_reason_has_a_chinese_name():
    assert set(OF_SENTENCES) == set(MEASURES)
    assert set(OF_DECISIONS) == set(SIGNALS)


def test_the_grounds_of_an_answer_give_the_confidence_that_it_states(of_answer: Explanation):
    odds = sum(ground.value for ground in of_answer.grounds)

    assert f"把握为 {1 / (1 + math.exp(-odds)):.2f}" in of_answer.decided[-2]
    assert odds > math.log(THRESHOLD / (1 - THRESHOLD))


def test_a_sentence_shows_its_largest_reasons_first(of_answer: Explanation):
    for sentence in of_answer.sentences:
        sizes = [abs(share.value) for share in sentence.shares]
        assert sizes == sorted(sizes, reverse=True)
    best, second = of_answer.sentences[:2]
    assert sum(share.value for share in best.shares) > sum(share.value for share in second.shares) - 1


def test_terms_are_words_of_the_query_the_weightiest_first(of_match: Explanation):
    for passage in of_match.passages:
        weights = [term.weight for term in passage.terms]
        assert weights == sorted(weights, reverse=True)
        assert all(term.text in PROBLEM for term in passage.terms)
    assert any(term.text == "稀土尾矿" or "稀土" in term.text for term in of_match.passages[0].terms)


def test_a_word_that_only_expansions_hold_is_marked_as_such(assistant: Assistant, of_match: Explanation):
    for passage in of_match.passages:
        programme = assistant.catalogue.find_programme(passage.programme)
        direction = next(one for one in programme.directions if one.number == passage.clause)
        own = squash(direction.title + direction.research_content + direction.assessment_indicators)
        for term in passage.terms:
            assert term.written or term.text in own


def test_the_words_of_expansions_are_never_quoted(assistant: Assistant, of_match: Explanation, of_answer: Explanation):
    for one in (*candidates(of_match), *candidates(of_answer)):
        assert squash(one.quote) in squash(assistant.catalogue.find_programme(one.programme).notice.text)


def test_what_is_listed_or_cited_is_marked(of_match: Explanation, of_answer: Explanation):
    assert [one.chosen for one in of_match.passages] == [True, True, False, False, False]
    assert of_answer.passages[0].chosen
    assert of_answer.sentences[0].chosen


def test_an_answer_says_how_the_question_was_read(of_answer: Explanation):
    assert "2023年征集通知" in of_answer.decided[0]
    assert "个数" in of_answer.decided[1]


def test_a_refusal_is_explained_too(assistant: Assistant):
    answer = assistant.ask("2023年入选的问题奖金是多少钱？", today=TODAY, explain=True)

    assert not answer.covered
    assert answer.explanation is not None
    assert "资料未涉及" in answer.explanation.decided[-1]
    assert not any(one.chosen for one in candidates(answer.explanation))


def test_a_question_about_a_year_without_a_notice_finds_nothing_to_weigh(assistant: Assistant):
    explanation = assistant.ask("2019年的征集什么时候截止？", today=TODAY, explain=True).explanation

    assert explanation is not None
    assert explanation.passages == ()
    assert "2019" in explanation.decided[0]


def test_the_text_shows_score_parts_and_terms(assistant: Assistant, of_match: Explanation):
    text = present_explanation(of_match, assistant.catalogue)

    assert f"{of_match.passages[0].score:.3f}" in text
    assert "关键词 +" in text
    assert of_match.passages[0].terms[0].text in text


def test_the_page_folds_it_and_is_silent_without_it(assistant: Assistant, of_answer: Explanation):
    html = render_explanation(of_answer, assistant.catalogue)

    assert html.startswith(f"<details><summary>{say('explain.title')}</summary>")
    assert "已采用" in html
    assert render_explanation(None, assistant.catalogue) == ""
