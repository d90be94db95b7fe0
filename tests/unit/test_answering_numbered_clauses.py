"""A question that only names a clause is answered with that clause, in whatever notation it is named."""

import pytest

from assistant.answering.asked.question import understand
from assistant.answering.kinds.numbered_clauses import claim_clauses
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.library.programmes import load_catalogue


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return open_corpus(load_catalogue())


def clauses_of(question: str, corpus: Corpus) -> list[set[str]] | None:
    claims = claim_clauses(understand(question, corpus, None, ()), corpus)
    return None if claims is None else [{unit.clause for unit in claim.units} for claim in claims]


@pytest.mark.parametrize(
    "question",
    [
        "第四条第2款",
        "四、2",
        "四（2）的内容",
        "第四部分第二条说了什么？",
        "第四条第2款怎么规定的",
        "请看一下四、2写了啥",
    ],
)
def test_every_notation_of_a_clause_finds_it_in_both_years(question: str, corpus: Corpus):
    assert clauses_of(question, corpus) == [{"四、2"}, {"四、2"}]


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("2023年科协通知第四条第1款", [{"四、1"}]),
        ("形式审查条件2（1）", [{"形式审查条件2（1）"}]),
        ("科创中国附件1一、3", [{"附件1一、3"}]),
    ],
)
def test_a_named_notice_is_the_only_one_quoted(question: str, paths: list[set[str]], corpus: Corpus):
    assert clauses_of(question, corpus) == paths


def test_a_form_is_told_by_its_title_and_its_blanks(corpus: Corpus):
    claims = claim_clauses(understand("2022年科协通知附件2是什么", corpus, None, ()), corpus) or []
    [form] = [claim for claim in claims if claim.programmes == ("cast-2022",)]
    assert form.derived
    assert "推荐表" in form.text
    assert "推荐理由" in form.text


def test_a_number_that_no_notice_has_finds_nothing(corpus: Corpus):
    assert clauses_of("第九条第3款写了啥", corpus) == []


@pytest.mark.parametrize("question", ["第四条第2款要求的专家人数是多少", "附件1的正文要写多少字", "截止日期是哪天"])
def test_what_asks_for_more_than_the_clause_is_left_to_others(question: str, corpus: Corpus):
    assert clauses_of(question, corpus) is None
