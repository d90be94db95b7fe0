from datetime import date

import pytest

from assistant.domain.answer import Answer, Citation, Sentence
from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Location
from assistant.domain.finding import Source
from assistant.domain.notice import Notice
from assistant.domain.programme import Programme, ProgrammeInfo
from assistant.text import squash
from assistant.wording import (
    bind_citations,
    citation_mark,
    find_source,
    mode_name,
    place_name,
    readable,
    show_quote,
    source_line,
    source_mark,
    split_citations,
    standing,
)


def programme(programme_id: str, year: int, text: str, **more: object) -> Programme:
    info = ProgrammeInfo(
        id=programme_id,
        doc=str(more.get("doc", programme_id)),
        number=0,
        title=f"关于{programme_id}的通知",
        short_title=str(more.get("short_title", f"{year}年通知")),
        aliases=("科协", *([str(more["alias"])] if "alias" in more else [])),
        issuer="某办公厅",
        document_no="某函〔2022〕1号" if year == 2022 else None,
        issued_on=date(year, 1, 30),
        deadline=None,
        year=year,
        sha256="0" * 64,
        supersedes=str(more["supersedes"]) if "supersedes" in more else None,
    )
    return Programme(info=info, notice=Notice(text=text, clauses=()), directions=(), rules=(), forms=(), expansions={})


CATALOGUE = Catalogue(
    programmes=(
        programme("call-2022", 2022, "一、时间\n至2022年4月20日止。"),
        programme("call-2023", 2023, "一、时间\n至2023年4月20日止。", supersedes="call-2022"),
        programme("guide-01", 2021, "1.1 甲方向", doc="guide", short_title="长江黄河等重点流域治理", alias="长江黄河"),
        programme("guide-02", 2021, "1.1 乙方\n向", doc="guide", short_title="多发病"),
    ),
    released=(),
    disciplines=(),
    industries=(),
    fingerprint="x",
)


def citation(programme_id: str, quote: str) -> Citation:
    return Citation(doc=programme_id, programme=programme_id, clause="一", quote=quote, span=(0, 1))


def test_a_sentence_bears_the_quotes_that_the_answer_binds_to_it_and_no_others():
    citations = (citation("call-2022", "至2022年4月20日止"), citation("call-2023", "至2023年4月20日止"))
    said = (Sentence(text="至2023年4月20日止。", citations=(1,)), Sentence(text="资料未涉及“奖金”。"))
    answer = Answer(
        question="？", covered=True, answer="至2023年4月20日止。资料未涉及“奖金”。", sentences=said, citations=citations
    )

    assert bind_citations(answer) == said
    assert split_citations(answer) == ((citations[1],), (citations[0],))


def test_an_answer_without_bindings_shows_no_marks():
    answer = Answer(question="？", covered=True, answer="甲。乙。", citations=(citation("call-2022", "甲"),))

    assert bind_citations(answer) == (Sentence(text="甲。乙。"),)


def test_a_break_that_a_quote_keeps_shows_as_a_wide_space():
    assert show_quote(citation("call-2022", "二、名额\n每个单位")) == "二、名额\u3000每个单位"


def test_a_quote_of_several_guides_is_cited_from_the_one_that_a_draft_is_judged_under():
    shared = Source(doc="guide", clause="正文", quote="方向")
    marks = {one: source_mark(CATALOGUE, shared, one) for one in ("guide-01", "guide-02")}
    assert marks == {"guide-01": "〔长江黄河 正文〕", "guide-02": "〔多发病 正文〕"}


def test_calls_of_a_series_are_marked_by_year_and_guides_by_their_own_short_name():
    assert citation_mark(CATALOGUE, "call-2023", "三") == "〔2023 三〕"
    assert citation_mark(CATALOGUE, "guide-01", "2.4 有关说明") == "〔长江黄河 2.4 有关说明〕"
    assert citation_mark(CATALOGUE, "guide-02", "") == "〔多发病〕"
    assert citation_mark(CATALOGUE, "released-problems", "2021") == "〔往年发布问题 2021〕"


def test_a_source_is_found_in_the_guide_that_holds_its_quote():
    source = Source(doc="guide", clause="1.1", quote="乙方向")

    found = find_source(CATALOGUE, source)

    assert found is not None
    assert found[0].id == "guide-02"
    assert found[0].notice.text[slice(*found[1])] == "乙方\n向"
    assert source_mark(CATALOGUE, source) == "〔多发病 1.1〕"
    assert find_source(CATALOGUE, Source(doc="gbt13745", clause="", quote="数学")) is None


def test_a_notice_says_whether_another_follows_it():
    earlier, later, guide, _ = (one.info for one in CATALOGUE.programmes)

    assert standing(CATALOGUE, earlier) == "已有后续：2023年通知"
    assert standing(CATALOGUE, later) == "本系列最新"
    assert standing(CATALOGUE, guide) == ""
    assert source_line(earlier) == "关于call-2022的通知 · 某函〔2022〕1号 · 2022-01-30"
    assert source_line(later) == "关于call-2023的通知 · 2023-01-30"


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (Location(field="题目", paragraph=3), "题目 · 第3段"),
        (Location(table=1, row=2, column=3), "表1 第2行第3列"),
        (Location(part="footer", paragraph=1), "页脚 · 第1段"),
        (Location(), ""),
    ],
)
def test_a_place_is_named_in_chinese(where: Location, name: str):
    assert place_name(where) == name


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("三、方式\n\n每个单位\n可推荐", "三、方式\u3000每个单位可推荐"),
        ("以问题\n的形式提出", "以问题的形式提出"),
        ("1.制定方案。\n明确", "1.制定方案。明确"),
        ("附件2\n推荐表", "附件2\u3000推荐表"),
    ],
)
def test_a_quote_shows_on_one_line_with_its_heading_set_off(quote: str, shown: str):
    assert readable(quote) == shown
    assert squash(readable(quote)) == squash(quote)


def test_the_mode_is_the_embedded_engine_or_the_models_name():
    assert mode_name("embedded") == "内置引擎"
    assert mode_name("some-model") == "some-model"
