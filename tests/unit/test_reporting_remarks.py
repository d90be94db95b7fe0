"""Findings as remarks, and where those about a missing item hang."""

from assistant.documents.fields import recognise
from assistant.documents.remarks.neighbours import find_neighbours
from assistant.documents.word import read_word
from assistant.domain.draft import Location
from assistant.domain.form import FieldSpec, Form
from assistant.reporting.remarks import list_remarks
from assistant.wording import NOT_ACCEPTANCE
from tests.unit.reporting import FINDING, HOUSE, REPORT, shown
from tests.unit.word_files import make_docx, para

LABELS = ("题目", "关键词", "问题描述", "重要意义")
FORM = Form(name="problem", title="模板", doc="x", clause="附件1", fields=tuple(FieldSpec(label=one) for one in LABELS))


def test_the_first_remark_says_verdict_and_questions_and_the_others_follow_the_findings():
    head, first, second = list_remarks(REPORT, shown(REPORT)[0], {})

    assert head.text.splitlines() == [
        "有错误（错误 1 · 警告 1 · 待人工确认 2 · 已满足 1）",
        "依据：关于征集2023问题的通知 · 某函〔2023〕1号 · problem",
        "待人工确认：",
        "☐ 几个？",
        "☐ 签字属实吗？",
        NOT_ACCEPTANCE,
    ]
    assert first.text.splitlines() == [
        "【错误】前沿科学问题列了6个。",
        "实测：6；要求：3至5个",
        "依据：〔征集 三〕「每个推荐单位可推荐各3-5个」",
        "〔本工具的解读〕按每类分别计。",
        "建议：请减少到5个以内。",
    ]
    assert (first.where, first.words, first.rule) == (FINDING.where, "共6个", "cast.list.count")
    assert second.text.splitlines() == ["【警告】有一处像是错字。", "〔通用检查〕"]
    assert second.place == "脚注 · 第4段；所见：的的"


def test_a_remark_knows_what_stands_near_its_field():
    near = {"推荐列表": Location(paragraph=9)}

    _, first, second = list_remarks(REPORT, shown(REPORT)[0], near)

    assert (first.near, second.near) == (near["推荐列表"], None)
    assert HOUSE.where.field is None


def test_a_missing_field_is_near_the_end_of_the_one_before_it_in_the_form():
    document = read_word("甲.docx", make_docx(para("题目：甲") + para("问题描述：乙") + para("丙丙")))

    near = find_neighbours(recognise(document, [FORM]), FORM)

    assert {label: where.paragraph for label, where in near.items()} == {
        "题目": 1, "关键词": 1, "问题描述": 2, "重要意义": 3,
    }  # fmt: skip


def test_what_would_stand_before_all_others_is_near_the_first_of_them():
    document = read_word("甲.docx", make_docx(para("前言") + para("问题描述：乙")))

    near = find_neighbours(recognise(document, [FORM]), FORM)

    assert near["题目"].paragraph == 2
    assert find_neighbours(recognise(read_word("乙.docx", make_docx(para("无"))), [FORM]), FORM) == {}
