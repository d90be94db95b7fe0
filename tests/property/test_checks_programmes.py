"""Whatever stands in a pioneer form or a proposal, every rule says exactly one thing of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checks.examples import build_draft
from assistant.checks.parsing.grades import find_grade
from assistant.checks.parsing.ticks import read_ticks
from assistant.checks.report import decide
from assistant.checks.run import Outcome, check_draft
from tests.unit import checking, proposing

WORDS = st.sampled_from(
    [
        "☑", "□", "（√）", "电子信息", "装备制造", "C3841", "35", "TRL", "7级", "%", "不涉密", "同意", "（公章）",
        "2020年11月2日", "年 月 日", "另附", "12000字", "课题1", "课题二", "青年科学家项目", "青年科学家课题", "男",
        "女", "1982年12月", "负责人：", "、", "；", "，", "。", "\n", "\t", "（", "）", "云溪大学",
        "湖滨科技有限公司", "海关总署", "小鼠", "患者", "知情同意", "不涉及", "500万元", "不设课题",
        "牵头", "2.1", "企业",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=10).map("".join)
PIONEER = [spec.label for spec in checking.forms(checking.PIONEER)[0].fields]
GUIDE = "nkrd-2021-06"
PROPOSAL = [spec.label for spec in proposing.context(GUIDE).form.fields]


def expect_one_word_each(outcome: Outcome, wanted: list[str]) -> None:
    said = [
        *{finding.rule for finding in outcome.findings},
        *outcome.passed,
        *(item.rule for item in outcome.unknown),
        *outcome.not_applicable,
    ]
    assert sorted(said) == sorted(wanted)
    assert decide(outcome.findings, outcome.unknown) in {"pass", "unconfirmed", "warn", "fail"}
    assert all(0 <= finding.where.start <= finding.where.end for finding in outcome.findings)


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.sampled_from(["", *PIONEER]), TEXTS, max_size=len(PIONEER)))
def test_every_rule_of_the_pioneer_form_says_exactly_one_thing(texts: dict[str, str]):
    rules = tuple(checking.rules(checking.PIONEER).values())
    outcome = check_draft(build_draft("pioneer", texts), rules, checking.context("pioneer", checking.PIONEER))
    expect_one_word_each(outcome, [rule.id for rule in rules if "pioneer" in rule.forms and rule.scope == "document"])


@settings(max_examples=120, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["", *PROPOSAL]), TEXTS, max_size=len(PROPOSAL)),
    st.sampled_from([None, "nkrd-2021-06/2.1", "nkrd-2021-06/3.1", "nkrd-2021-06/4.1"]),
)
def test_every_rule_of_a_guide_says_exactly_one_thing(texts: dict[str, str], direction: str | None):
    outcome = proposing.check(texts, GUIDE, direction)
    rules = proposing.guide(GUIDE).rules
    expect_one_word_each(outcome, [rule.id for rule in rules if rule.scope == "document"])


@given(st.text(max_size=40))
def test_any_text_has_a_grade_or_none(text: str):
    grade = find_grade(text)
    assert grade is None or grade >= 0


@given(
    st.lists(st.booleans(), min_size=2, max_size=6),
    st.sampled_from(["☑□", "■□", "√□", "☒☐", "●○"]),
    st.booleans(),
    st.sampled_from([" ", "  ", "\n", "　"]),
)
def test_the_ticked_options_come_back(ticked: list[bool], marks: str, behind: bool, gap: str):  # noqa: FBT001 - drawn
    names = [f"选项{'甲乙丙丁戊己'[place]}" for place in range(len(ticked))]
    boxes = [marks[0] if one else marks[1] for one in ticked]
    row = gap.join(name + box if behind else box + name for name, box in zip(names, boxes, strict=True))
    if any(not one for one in ticked) or len(ticked) > 1:
        assert read_ticks(row) == "；".join(name for name, one in zip(names, ticked, strict=True) if one)
