"""The embedded writer says what was decided, marks what was computed, and stays inside its room."""

from dataclasses import replace
from datetime import date

from assistant.domain.answer import Citation
from assistant.domain.task import DERIVED_MARK, AnswerTask, Opening, Statement
from assistant.writing.embedded import LONGEST, EmbeddedWriter

LABELS = {"cast-2022": "2022年征集通知", "cast-2023": "2023年征集通知"}


def task(*statements: Statement, opening: Opening = "", unanswered: tuple[str, ...] = ()) -> AnswerTask:
    citations = tuple(
        Citation(doc=one, programme=one, clause="三", quote="每个推荐单位可推荐各3-5个", span=(0, 10)) for one in LABELS
    )
    return AnswerTask(
        question="每类几个？", citations=citations, labels=LABELS, statements=statements, opening=opening,
        unanswered=unanswered, today=date(2023, 2, 1),
    )  # fmt: skip


def said(text: str, *programmes: str, derived: bool = False) -> Statement:
    places = tuple(list(LABELS).index(one) for one in programmes)
    return Statement(programmes=programmes, text=text, citations=places, derived=derived)


def test_a_statement_names_its_notice() -> None:
    wording = EmbeddedWriter().answer(task(said("每类3-5个", "cast-2023")))
    assert wording.text == "2023年征集通知：每类3-5个。"
    assert wording.used == (1,)
    assert wording.writer == "embedded"


def test_what_was_computed_is_marked() -> None:
    wording = EmbeddedWriter().answer(task(said("每类3-5个", "cast-2022", "cast-2023", derived=True)))
    assert wording.text == f"2022年和2023年征集通知一致：每类3-5个{DERIVED_MARK}。"


def test_a_permission_opens_the_answer() -> None:
    text = EmbeddedWriter().answer(task(said("可联合推荐", "cast-2022"), opening="yes")).text
    assert text == "可以：2022年征集通知：可联合推荐。"


def test_what_the_notices_do_not_say_is_named() -> None:
    wording = EmbeddedWriter().answer(task(said("每类3-5个", "cast-2022"), unanswered=("有没有奖金",)))
    assert wording.text.endswith("资料未涉及“有没有奖金”。")


def test_a_long_statement_is_cut_at_a_mark_and_the_answer_keeps_its_limit() -> None:
    long = said("，".join(["推荐单位应当组织专家"] * 120), "cast-2022")
    wording = EmbeddedWriter().answer(task(long, said("每类3-5个", "cast-2023")))
    assert len(wording.text) <= LONGEST
    assert "专家…" in wording.text


def test_a_rule_is_said_according_to_its_notice_and_the_next_one_without_naming_it_again() -> None:
    rule = Statement(programmes=("cast-2022",), text="至4月20日止", citations=(0,), form="rule", about="“征集时间”")
    further = Statement(programmes=("cast-2022",), text="应上传提交", citations=(0,), form="rule")
    wording = EmbeddedWriter().answer(task(rule, further, opening="need"))
    assert wording.text == "要：按2022年征集通知“征集时间”，至4月20日止。应上传提交。"
    assert [one.citations for one in wording.sentences] == [(0,), (0,)]


def test_a_remark_ends_the_answer_with_its_quote() -> None:
    remark = Statement(programmes=("cast-2022",), text="原文“22900”疑误", citations=(1,))
    wording = EmbeddedWriter().answer(replace(task(said("每类3-5个", "cast-2022")), remarks=(remark,)))
    assert wording.text == "2022年征集通知：每类3-5个。原文“22900”疑误。"
    assert wording.used == (0, 1)


def test_many_guides_are_counted_first_and_named_behind() -> None:
    labels = {f"guide-{name}": f"2021年“{name}”专项指南" for name in "甲乙丙"}
    statement = Statement(programmes=tuple(labels), text="不超过6家", citations=(0,), form="rule", derived=True)
    wording = EmbeddedWriter().answer(replace(task(statement), labels=labels))
    assert wording.text == f"2021年3个专项指南一致：不超过6家{DERIVED_MARK}。即2021年“甲”、“乙”和“丙”专项指南。"
