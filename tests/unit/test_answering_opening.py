"""The word with which an answer begins, where a clause decides the question."""

from datetime import date

import pytest

from assistant.answering.answer import answer_question
from assistant.answering.asked.question import understand
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.domain.answer import Answer
from assistant.domain.catalogue import Catalogue
from assistant.domain.search import Search
from assistant.library.programmes import load_catalogue
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import open_index
from assistant.writing.embedded import EmbeddedWriter


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def search(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Search:
    return open_index(catalogue, tmp_path_factory.mktemp("index"), LatentEmbedder())


@pytest.fixture(scope="module")
def corpus(catalogue: Catalogue) -> Corpus:
    return open_corpus(catalogue)


def ask(question: str, catalogue: Catalogue, search: Search) -> Answer:
    return answer_question(
        question, catalogue=catalogue, search=search, writer=EmbeddedWriter(), today=date(2026, 11, 21)
    )


def test_who_needs_others_to_hand_in_is_told_so_first(catalogue: Catalogue, search: Search):
    first = ask("我在研究所工作，2023年能不能个人直接提交问题", catalogue, search).sentences[0].text

    assert first.startswith("不能直接：按2023年征集通知")
    assert "推荐" in first
    assert "〔据此推算〕" in first


def test_those_outside_of_a_number_that_must_are_not_obliged(catalogue: Catalogue, search: Search):
    first = ask("我们不在50个世界一流学会之内，2023年一定要推荐吗", catalogue, search).sentences[0].text

    assert first.startswith("没有要求其他单位：")
    assert "〔据此推算〕" in first


def test_two_things_are_no_two_years(corpus: Corpus):
    assert not understand("工程技术难题和前沿科学问题有什么区别", corpus, None, ()).compares
    assert understand("2022年和2023年的征集范围有什么区别", corpus, None, ()).compares


def test_guides_that_differ_are_told_by_what_they_lay_down(catalogue: Catalogue, search: Search):
    answer = ask("青年科学家项目每个资助多少钱", catalogue, search)

    assert answer.sentences[0].text.startswith("每个青年科学家项目的经费各指南不同，7份里有5份是500万元")
    assert "【200万元】国家质量基础；【300万元】基础科研条件" in answer.answer
    assert answer.derived


def test_a_sentence_of_another_direction_does_not_answer_for_the_one_named(catalogue: Catalogue, search: Search):
    assert not ask("NQI专项5.2方向配套经费要几比几", catalogue, search).covered


def test_what_brackets_take_out_is_not_forbidden(catalogue: Catalogue, search: Search):
    answer = ask("我是在研课题负责人，能参与战略性科技创新合作专项吗", catalogue, search)
    assert "不可以" not in answer.answer
    assert "可以，所列计划在研课题（任务）的负责人不在不得参与申报之列" in answer.sentences[0].text


def test_a_demand_under_a_condition_is_not_said_of_all(catalogue: Catalogue, search: Search):
    answer = ask("委员会要请外国专家吗", catalogue, search)
    assert not answer.answer.startswith("要：")
    assert "联合相应国外科技组织推荐的，应邀请国外相关领域专家" in answer.sentences[0].text
