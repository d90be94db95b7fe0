import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.notice import Span
from assistant.retrieval.windows import QUOTE_LIMIT, cut_windows, merge_pieces
from assistant.text import clean, squash

SENTENCES = st.lists(
    st.sampled_from(
        ["推荐单位\n可单独推荐", "。", "；", "，", "不少于 15 人", "at least 15", "\n\n", "（一）", "”", "3.5%"]
    ),
    max_size=120,
).map("".join)


def whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),)


def test_a_short_clause_is_one_window():
    text = " 委员会专家不少于15人。\n"
    assert [span.slice(text) for span in cut_windows(text, whole(text))] == ["委员会专家不少于15人。"]


def test_a_long_clause_is_cut_at_sentence_ends():
    text = "甲" * 150 + "。" + "乙" * 120 + "；" + "丙" * 100 + "。"
    parts = [span.slice(text) for span in cut_windows(text, whole(text))]
    assert [part[-1] for part in parts] == ["；", "。"]
    assert [len(part) for part in parts] == [272, 101]


def test_a_sentence_without_an_end_is_cut_at_commas_and_then_at_the_limit():
    text = "甲" * 200 + "，" + "乙" * 700
    spans = cut_windows(text, whole(text))
    assert [len(squash(span.slice(text))) for span in spans] == [201, 300, 300, 100]


def test_a_window_never_reaches_over_text_that_is_not_the_clauses_own():
    text = "前一半。第3页后一半。"
    pieces = (Span(0, 4), Span(7, 11))
    assert [span.slice(text) for span in cut_windows(text, pieces)] == ["前一半。", "后一半。"]


def test_pieces_parted_by_white_space_only_are_one():
    text = "四、2\n\n成立委员会"
    assert merge_pieces(text, (Span(5, 10), Span(0, 3))) == (Span(0, 10),)


def test_a_blank_clause_gives_no_window():
    assert cut_windows(" \n ", whole(" \n ")) == ()


@pytest.mark.parametrize("limit", [40, QUOTE_LIMIT])
@given(text=SENTENCES)
def test_windows_hold_every_character_once_and_none_is_too_long(text: str, limit: int):
    spans = cut_windows(text, whole(text), limit)
    assert "".join(squash(span.slice(text)) for span in spans) == squash(text)
    assert all(len(clean(span.slice(text))) <= limit for span in spans)
