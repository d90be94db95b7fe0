"""Quantities: what is written is read, units turn into each other, a better level never judges worse."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.coverage.levels import compare
from assistant.checks.coverage.notation import plain
from assistant.checks.coverage.quantities import find_measures
from assistant.checks.coverage.segments import split_sentences
from assistant.checks.coverage.units import read_unit

VALUES = st.one_of(st.integers(1, 99_999), st.decimals(1, 9_999, places=2)).map(str)
COMPARATORS = {"≥": ">=", "不低于": ">=", "不少于": ">=", "≤": "<=", "不大于": "<=", "大于": ">", "小于": "<"}
UNITS = ["%", "kW", "nm", "项", "吨/年", "m3/h", "分钟", "Wh/kg", "元/吨", "套", "μg/m3", "MPa", "次", "‰"]
SAME = [("kW", "MW", 1e-3), ("小时", "分钟", 60), ("mm", "μm", 1e3), ("%", "‰", 10), ("吨/年", "kg/年", 1e3)]
LEVELS = st.integers(1, 10_000)


@given(st.sampled_from(sorted(COMPARATORS)), VALUES, st.sampled_from(UNITS))
def test_a_written_quantity_is_read_as_it_was_meant(comparator: str, value: str, unit: str):
    (found,) = find_measures(plain(f"能力{comparator}{value}{unit}"))
    assert (found.comparator, found.value, found.unit.printed) == (COMPARATORS[comparator], float(value), unit)


@given(st.sampled_from(SAME), LEVELS)
def test_a_level_in_another_unit_is_the_same_level(units: tuple[str, str, float], value: int):
    one, other, factor = units
    (asked,), (offered,) = find_measures(f"能力≥{value}{one}"), find_measures(f"能力≥{value * factor:.6f}{other}")
    assert compare(asked, offered, "能力") == "kept"


@given(st.sampled_from(["≥", "≤"]), LEVELS, LEVELS, LEVELS)
def test_a_better_level_is_never_judged_worse(comparator: str, goal: int, level: int, more: int):
    (asked,) = find_measures(f"处理能力{comparator}{goal}kW")
    better = level + more if comparator == "≥" else max(0, level - more)
    (first,), (second,) = (find_measures(f"处理能力{comparator}{one}kW") for one in (level, better))
    assert not (compare(asked, first, "处理能力") == "kept" and compare(asked, second, "处理能力") == "weaker")


@given(st.sampled_from([unit for unit in UNITS if unit not in {"项", "套", "次"}]))
def test_a_prefix_does_not_change_what_is_measured(unit: str):
    assert read_unit(unit).kind == read_unit(unit.replace("kW", "MW").replace("nm", "mm")).kind


@given(st.text(alphabet="研究，。；（）()1一二、：是以上 \n%≥5kWAB“”\\$", max_size=60))
def test_sentences_and_clauses_are_words_of_their_section_at_their_place(text: str):
    for sentence in split_sentences(text):
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
        for clause in sentence.clauses:
            assert text[clause.start : clause.end] == clause.text
