"""Answers to questions of every kind over the shipped notices: right, quoted exactly, or refused."""

from datetime import date
from pathlib import Path

import pytest

from assistant.answering.answer import answer_question
from assistant.domain.answer import Answer, Turn
from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import Index, open_index
from assistant.text import squash
from assistant.writing.embedded import EmbeddedWriter


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def search(catalogue: Catalogue, index_dir: Path) -> Index:
    return open_index(catalogue, index_dir, LatentEmbedder())


def ask(
    question: str, catalogue: Catalogue, search: Index, *, history: tuple[Turn, ...] = (), programme: str | None = None
) -> Answer:
    answer = answer_question(
        question,
        catalogue=catalogue,
        search=search,
        writer=EmbeddedWriter(),
        programme=programme,
        history=history,
        today=date(2023, 3, 1),
    )
    assert len(answer.answer) <= 600
    assert len(answer.citations) <= 12
    for citation in (*answer.citations, *answer.nearest):
        text = catalogue.find_programme(citation.programme).notice.text
        assert squash(citation.quote) == squash(text[slice(*citation.span)])
        assert len(citation.quote) <= 300
    return answer


ANSWERED = (
    ("22年难题征集，广泛征集这一步最晚到几号？", ["3月31日"], ["2023年"]),
    ("推荐表里的推荐理由限多少字？", ["100字"], []),
    ("附件4里资源能源领域2019年的工程技术难题有哪些？", ["千米级深竖井", "天然气水合物"], ["2018"]),
    ("2023年联系人电话多少，找谁？", ["马睿乾", "62131371"], ["刘豫颖"]),
    ("2022和2023年对专家推荐委员会人数的要求有变化吗？", ["15人", "没有变化"], []),
    ("两年的通知里，入选问题正文的出版方式说法一样吗？", ["分别结集出版", "汇编出版"], []),
    ("科协征集难题的邮箱是什么", ["chinakx@stimes.cn"], []),
    ("先导技术榜单基本要求有哪三条", ["早期验证", "产业价值", "转化条件"], []),
    ("科创中国榜单申报系统出问题打哪个电话", ["13718849221"], ["68517798"]),
    ("战略性科技创新合作专项新能源汽车方向下面都有哪几个题目？", ["V2G", "空气动力学"], ["低碳冶金"]),
    ("战略合作专项6.1低碳冶金那个方向配套比例是多少？", ["1:1"], ["2:1"]),
    ("战略性科技创新合作专项，公务员能报项目吗", ["不得申报"], []),
    ("NQI专项青年科学家项目每个给多少经费，最多几个？", ["200万元", "6个"], []),
    ("12个专项经费最少的是哪一个", ["生物安全", "1.75亿元"], []),
    ("生育健康专项一般不超3年，哪几个方向放宽到4年？", ["1.5", "3.5", "4.3"], ["1.1 "]),
    ("2023年通知有几个附件，分别是什么", ["3个", "推荐表"], []),
)

REFUSED = (
    "2022年联系人的办公地址在哪？",
    "2022年正文字体字号用什么？",
    "2023年的专家推荐委员会要开几次会？",
    "先导技术榜单入选企业给多少奖金？",
    "战略性科技创新合作专项的申报截止日期是哪天？",
    "战略性科技创新合作的间接费用比例上限是多少？",
    "病原学专项的申报截止时间是什么时候？",
    "2024年科协难题征集什么时候截止？",
    "2022年病原学专项的国拨经费是多少？",
    "国家自然科学基金面上项目的申报截止日期是哪天？",
)


@pytest.mark.parametrize(("question", "said", "unsaid"), ANSWERED, ids=[row[0] for row in ANSWERED])
def test_a_question_is_answered_from_its_clauses(
    question: str, said: list[str], unsaid: list[str], catalogue: Catalogue, search: Index
) -> None:
    answer = ask(question, catalogue, search)
    assert answer.covered
    assert answer.citations
    assert [words for words in said if words not in answer.answer] == []
    assert [words for words in unsaid if words in answer.answer] == []


@pytest.mark.parametrize("question", REFUSED)
def test_what_the_notices_do_not_say_is_refused(question: str, catalogue: Catalogue, search: Index) -> None:
    answer = ask(question, catalogue, search)
    assert not answer.covered
    assert "未涉及" in answer.answer
    assert answer.citations == ()
    assert answer.nearest


def test_a_year_left_out_is_answered_for_both_years(catalogue: Catalogue, search: Index) -> None:
    answer = ask("科协难题征集的截止日期", catalogue, search)
    assert "2022年4月20日" in answer.answer
    assert "2023年4月20日" in answer.answer
    assert {citation.programme for citation in answer.citations} >= {"cast-2022", "cast-2023"}


def test_agreement_of_two_years_is_said_and_marked(catalogue: Catalogue, search: Index) -> None:
    answer = ask("科协问题难题征集的正文一般写多少字", catalogue, search)
    assert answer.derived
    assert answer.answer.startswith("2022年和2023年征集通知一致：")
    assert "〔据此推算〕" in answer.answer


def test_a_deadline_says_whether_it_is_past(catalogue: Catalogue, search: Index) -> None:
    answer = ask("科协难题征集的截止日期", catalogue, search)
    assert "2022年4月20日已过（以2023-03-01计）〔据此推算〕" in answer.answer
    assert "2023年4月20日未到" in answer.answer


def test_a_follow_up_is_answered_for_the_other_year(catalogue: Catalogue, search: Index) -> None:
    history = (Turn(role="user", content="2022年科协难题征集找谁联系？"), Turn(role="assistant", content="刘豫颖。"))
    answer = ask("那2023年呢？", catalogue, search, history=history)
    assert "马睿乾" in answer.answer
    assert "刘豫颖" not in answer.answer


def test_an_answer_stays_inside_the_programme_that_is_chosen(catalogue: Catalogue, search: Index) -> None:
    answer = ask("每个项目做几年？", catalogue, search, programme="nkrd-2021-02")
    assert {citation.programme for citation in answer.citations} == {"nkrd-2021-02"}
    assert "3~5年" in answer.answer
