"""How answers over the shipped notices read: short first sentences, their proofs, deadlines, misprints, refusals."""

from datetime import date
from pathlib import Path

import pytest

from assistant.answering.answer import answer_question
from assistant.answering.saying.claims import call_briefly
from assistant.domain.answer import Answer
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


def ask(question: str, catalogue: Catalogue, search: Index, today: date = date(2026, 11, 21)) -> Answer:
    return answer_question(question, catalogue=catalogue, search=search, writer=EmbeddedWriter(), today=today)


FIRST = (
    ("2022年专家推荐委员会至少几位专家", "按2022年征集通知，委员会专家不少于15人。"),
    (
        "2023年推荐单位每类能推荐几个",
        "按2023年征集通知，每个推荐单位可推荐前沿科学问题、工程技术难题和产业技术问题各3-5个。",
    ),
    ("2022年难题征集截止到哪天", "按2022年征集通知“征集时间”，从通知印发之日起，至2022年4月20日止。"),
    ("2023年联系人是谁", "2023年征集通知的联系人是马睿乾、闫爽，联系电话是010-62131371、62106811。"),
    (
        "NQI专项青年科学家项目可以下设课题吗",
        "不可以：按2021年“国家质量基础设施体系”专项指南，青年科学家项目不再下设课题",
    ),
)


@pytest.mark.parametrize(("question", "first"), FIRST, ids=[row[0] for row in FIRST])
def test_the_first_sentence_answers_and_names_notice_and_year(
    question: str, first: str, catalogue: Catalogue, search: Index
) -> None:
    answer = ask(question, catalogue, search)
    assert answer.sentences[0].text.startswith(first)
    assert len(answer.sentences[0].text) <= 60


@pytest.mark.parametrize("question", [row[0] for row in FIRST])
def test_each_sentence_refers_to_its_quotes(question: str, catalogue: Catalogue, search: Index) -> None:
    answer = ask(question, catalogue, search)
    assert "".join(one.text for one in answer.sentences) == answer.answer
    assert all(one.citations for one in answer.sentences)
    assert all(place < len(answer.citations) for one in answer.sentences for place in one.citations)


def test_somebody_who_asks_for_time_gets_the_last_day_and_the_site(catalogue: Catalogue, search: Index) -> None:
    answer = ask("现在还能报2023年的问题难题吗", catalogue, search)
    assert "截止日2023年4月20日已过（以2026-11-21计）〔据此推算〕" in answer.answer
    assert "通知所列网站是scique.kczg.org.cn" in answer.answer
    assert answer.derived
    assert any("scique.kczg.org.cn" in one.quote for one in answer.citations)
    assert "2023年4月20日未到" in ask("2023年科协难题征集还来得及吗", catalogue, search, date(2023, 3, 1)).answer


def test_whether_somebody_is_admitted_is_no_question_of_time(catalogue: Catalogue, search: Index) -> None:
    answer = ask("我是在研项目负责人，还能牵头申报先导技术榜单吗", catalogue, search)
    assert "截止日" not in answer.answer


def test_a_notice_without_a_last_day_is_refused_with_the_words_that_it_lacks(
    catalogue: Catalogue, search: Index
) -> None:
    answer = ask("病原学专项过期了没", catalogue, search)
    assert not answer.covered
    assert "资料未涉及" in answer.answer
    assert "没有写明申报截止时间（全文没有“截止时间”" in answer.answer
    assert "〔据此推算〕" in answer.answer
    assert answer.nearest
    assert "截止时间" not in squash(catalogue.find_programme("nkrd-2021-01").notice.text)


def test_a_misprint_is_answered_as_printed_and_pointed_out(catalogue: Catalogue, search: Index) -> None:
    answer = ask("先导技术推荐表里技术就绪水平量值参照什么标准", catalogue, search)
    assert "GB/T 2290-2009测算" in answer.sentences[0].text
    remark = answer.sentences[-1]
    assert "疑为“GB/T 22900-2009”" in remark.text
    assert remark.text.endswith("〔本工具的解读〕。")
    assert remark.citations


def test_a_quote_keeps_the_break_behind_its_heading_and_between_names(catalogue: Catalogue, search: Index) -> None:
    deadline = ask("2023年难题征集截止到哪天", catalogue, search).citations[0]
    contact = ask("2023年联系人是谁", catalogue, search).citations[0]
    assert deadline.quote.startswith("一、征集时间\n")
    assert contact.quote.startswith("联系人：马睿乾 闫爽\n联系电话：010-62131371")


def test_a_ban_is_said_with_its_verb_and_its_limits(catalogue: Catalogue, search: Index) -> None:
    answer = ask("编过指南的专家能申报战略性科技创新合作专项吗", catalogue, search)
    assert "原则上不能申报该重点专项项目" in answer.sentences[0].text
    assert not answer.answer.startswith("不可以")


def test_a_remark_stands_only_where_its_very_words_are_repeated(catalogue: Catalogue, search: Index) -> None:
    answer = ask("先导技术榜单生物医药领域的联合体联系人是谁", catalogue, search)
    assert "生物医药" in answer.answer
    assert "〔本工具的解读〕" not in answer.answer


def test_a_long_name_gives_way_to_the_one_in_use(catalogue: Catalogue) -> None:
    named = {one.id: call_briefly(one) for one in catalogue.programmes}
    assert named["pioneer-2020"] == "2020年先导技术榜单通知"
    assert named["nkrd-2021-02"] == "2021年“长江黄河”专项指南"
    assert named["cast-2023"] == "2023年征集通知"


NEAREST = (
    ("颗粒度是什么意思", "2022年和2023年征集通知都没有给“颗粒度”下定义", "颗粒度"),
    ("什么是部省联动项目", "2021年“社会治理与智慧社会科技支撑”专项指南没有给“部省联动项目”下定义", "部省联动"),
)


@pytest.mark.parametrize(("question", "first", "nearest"), NEAREST, ids=[row[0] for row in NEAREST])
def test_a_word_that_no_sentence_explains_is_given_the_nearest_one(
    question: str, first: str, nearest: str, catalogue: Catalogue, search: Index
) -> None:
    answer = ask(question, catalogue, search)
    said = [one.text for one in answer.sentences]
    assert said[0] == f"{first}，最接近的规定如下〔据此推算〕。"
    assert len(said) <= 3
    assert nearest in said[1]
    assert all(one.citations for one in answer.sentences)


def test_a_word_that_a_notice_explains_is_answered_with_its_sentence(catalogue: Catalogue, search: Index) -> None:
    answer = ask("战略性科技创新合作的拟支持项目数为1~2项是什么意思", catalogue, search)
    assert "具体是指" in answer.sentences[0].text
    assert "没有给" not in answer.answer


def test_a_single_fact_is_answered_in_three_sentences_at_most(catalogue: Catalogue, search: Index) -> None:
    for question in ("每个推荐单位能推荐多少个问题", "2022年入选的问题会出版吗", "NQI专项青年科学家项目年龄要求"):
        assert len(ask(question, catalogue, search).sentences) <= 3


def test_a_number_is_set_against_the_limit_on_its_kind(catalogue: Catalogue, search: Index) -> None:
    beyond = ask("技术团队简介可以写500字吗", catalogue, search).sentences[0].text
    within = ask("推荐理由写80个字可以吗", catalogue, search).sentences[0].text
    fewer = ask("专家推荐委员会可以只有10个人吗", catalogue, search).sentences[0].text
    assert fewer == "不可以：2022年和2023年征集通知一致：委员会专家不少于15人〔据此推算〕。"
    assert beyond.startswith("不可以：")
    assert within.startswith("可以：")
    assert "〔据此推算〕" in beyond
    assert "不超过100字" in within


def test_a_case_is_judged_for_every_notice_with_the_limit(catalogue: Catalogue, search: Index) -> None:
    answer = ask("我85年的能当青年项目负责人不", catalogue, search)
    assert answer.sentences[0].text.startswith("2021年7个专项指南一致：1985年出生，男性、女性都符合")
    assert "男性应为1983年1月1日以后出生" in answer.sentences[-1].text
    assert len({one.programme for one in answer.citations}) == 7


def test_guides_that_differ_are_given_by_value_where_none_is_named(catalogue: Catalogue, search: Index) -> None:
    answer = ask("一个课题最多几个参加单位", catalogue, search)
    first, second = (one.text for one in answer.sentences)
    assert first.startswith(
        "指南按项目而不按课题限定；一个项目的参与单位数各指南不同，13份里有8份是基础研究类不超过6家"
    )
    assert "【不超过10家】诊疗装备、国家质量基础、基础科研条件" in second
    assert "【中方不超过10家；国（境）外不设上限】科技创新合作" in second
    assert "惩戒" not in ask("项目实施周期几年", catalogue, search).answer


def test_a_sum_that_only_projects_of_young_scientists_get_is_said_of_them(catalogue: Catalogue, search: Index) -> None:
    answer = ask("每个项目给多少经费", catalogue, search)
    assert "每个青年科学家项目的经费各指南不同，7份里有5份是500万元" in answer.sentences[0].text


def test_all_guides_with_the_same_words_are_counted(catalogue: Catalogue, search: Index) -> None:
    answer = ask("涉及人类遗传资源要办什么手续", catalogue, search)
    words = "须遵照《中华人民共和国人类遗传资源管理条例》相关规定执行"
    saying = [one for one in catalogue.programmes if words in squash(one.notice.text)]
    assert answer.sentences[0].text.startswith(f"2021年{len(saying)}个专项指南一致：")


def test_a_second_limit_of_a_blank_is_said_with_what_it_limits(catalogue: Catalogue, search: Index) -> None:
    answer = ask("技术水平介绍限多少字", catalogue, search)
    assert "不超过500字" in answer.answer
    assert "详细材料可另附，不超过10000字" in answer.answer


def test_a_sentence_that_lists_needs_no_clauses_beside_it(catalogue: Catalogue, search: Index) -> None:
    answer = ask("问题正文包括哪几部分", catalogue, search)
    assert "问题正文（含问题描述、问题背景、最新进展、重要意义）" in answer.sentences[0].text
    assert len(answer.sentences) == 1
