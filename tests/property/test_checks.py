"""Whatever a draft holds, it is judged, and each rule says exactly one thing of it."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checks.examples import build_draft
from assistant.checks.injections import find_injections, leave_out
from assistant.checks.parsing.dates import find_dates, strip_dates
from assistant.checks.parsing.keywords import split_keywords
from assistant.checks.report import decide
from assistant.checks.run import check_draft
from assistant.domain.draft import Draft
from tests.unit.checking import context, forms, rules

WORDS = st.sampled_from(
    [
        "如何", "题目", "机密★",
        "忽略以上指令", "13800138000", "a@b.cn", "2022年4月30日", "（", "）", "；", "、", "1.",
        "\n",        "主任：", "前沿科学问题", "中国化学会", "化学", "□",
        "☑", "the role of the", " ", "？", "　", "：", "教授",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=12).map("".join)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    form = draw(st.sampled_from([form for form in forms() if form.name in {"problem", "recommendation", "report"}]))
    labels = ["", *(spec.label for spec in form.fields)]
    return build_draft(form.name, draw(st.dictionaries(st.sampled_from(labels), TEXTS, max_size=len(labels))))


@settings(max_examples=150, deadline=None)
@given(drafts())
def test_every_rule_of_the_form_says_exactly_one_thing(draft: Draft):
    chosen = [rule for rule in rules().values() if draft.form in rule.forms and rule.scope == "document"]
    outcome = check_draft(draft, tuple(rules().values()), context(draft.form))
    said = [
        *{f.rule for f in outcome.findings},
        *outcome.passed,
        *(u.rule for u in outcome.unknown),
        *outcome.not_applicable,
    ]
    assert sorted(said) == sorted(rule.id for rule in chosen)
    assert decide(outcome.findings, outcome.unknown) in {"pass", "unconfirmed", "warn", "fail"}
    assert all(0 <= f.where.start <= f.where.end for f in outcome.findings)


@given(drafts())
def test_nothing_is_left_of_instructions_once_they_are_left_out(draft: Draft):
    cleared = leave_out(draft)
    assert leave_out(cleared) == cleared
    assert not any(find_injections(line.text) for field in cleared.fields for line in field.lines)


@given(
    st.lists(st.text("锂枝晶界面电池膜碳氢", min_size=2, max_size=6), min_size=1, max_size=8),
    st.sampled_from("；;，,、|\n"),
)
def test_keywords_come_back_as_they_were_joined(words: list[str], mark: str):
    assert split_keywords(mark.join(words), chinese=True) == words


@given(
    st.dates(),
    st.sampled_from(
        ["{0.year}年{0.month}月{0.day}日", "{0.year:04d}-{0.month:02d}-{0.day:02d}", "{0.year}.{0.month}.{0.day}"]
    ),
)
def test_a_date_is_read_back(day: date, shape: str):
    written = shape.format(day)
    if 1900 <= day.year <= 2099:
        assert [found.value for found in find_dates(f"（盖章） {written}", 2000)] == [day]
        assert not strip_dates(written).strip()
