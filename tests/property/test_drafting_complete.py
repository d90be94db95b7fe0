"""Every character of the notes stands in a field, in what is left aside, or in a heading that a reason names."""

from datetime import date
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.documents.reading import read_bytes
from assistant.domain.catalogue import Catalogue
from assistant.domain.filled import FilledDraft
from assistant.drafting.verb import FillOrder, fill_documents
from assistant.library.programmes import load_catalogue
from assistant.text import bare
from assistant.writing.sections.sentences import BULLET

FORMS = (
    ("cast-2023", "problem"),
    ("cast-2023", "recommendation"),
    ("cast-2023", "report"),
    ("pioneer-2020", "pioneer"),
)
SENTENCES = st.sampled_from(
    [
        "潮汐把泥沙推回河口，航道每年淤两米。",
        "我们认为淤的不是沙，是浮泥！",
        "浮泥为什么到了枯季反而不走？",
        "（摘自2021年年报。数据待核）",
        "若能说清，疏浚费一年省三亿元；",
        "拥有发明专利12项，软件著作权3项。",
        "获省科技进步一等奖1项。",
        "团队现有31人，其中博士9人。",
        "由中国海洋学会报送；Anna Berg教授愿意署名。",
        "明早把图发我",
        "TRL 6",
        "2022年做了两个潮周期的观测（n=48）。",
        "“动还是不动？”他问。",
    ]
)
HEADS = st.sampled_from(
    ["", "- ", "1. ", "（2）", "## ", "背景：", "【意义】", "一、", "> ", "题目：", "专利：", "他说：", "P3 ", "【P2】"]
)
ALONE = st.sampled_from(
    ["## 背景", "进展", "关键词", "三、其他", "推荐理由：", "## 关于我们", "【P4】市场", "SO WHAT", "", "---"]
)
LINES = st.one_of(st.tuples(HEADS, st.lists(SENTENCES, max_size=3).map("".join)).map("".join), ALONE)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize(("programme", "form"), FORMS)
@settings(max_examples=20, deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=10))
def test_no_character_of_the_notes_is_lost(programme: str, form: str, lines: list[str]):
    text = "\n".join([*lines, "末了一句。"])
    order = FillOrder(programme=programme, form=form, today=date(2023, 4, 1))
    filled = fill_documents(catalogue(), [read_bytes("notes.txt", text.encode())], order)
    reasons = bare("".join(reasons_of(filled)))
    # A draft that a report lists gives its title only; the rest stays in the draft.
    listed = filled.find_field("问题难题列表")
    assume(listed is None or not listed.own_text)

    for number, line in enumerate(text.splitlines(), start=1):
        rest = uncovered(line, spans_of(filled, number))
        assert not rest or rest in reasons, (number, line, rest)


def spans_of(filled: FilledDraft, paragraph: int) -> list[tuple[int, int]]:
    places = [one.where for field in filled.fields for one in field.origin]
    places += [one.where for one in filled.unplaced]
    return [(one.start, one.end) for one in places if one.paragraph == paragraph]


def reasons_of(filled: FilledDraft) -> list[str]:
    return [one.reason for field in filled.fields for one in field.origin] + [one.reason for one in filled.unplaced]


def uncovered(line: str, spans: list[tuple[int, int]]) -> str:
    """Return the words of a line that stand in no piece, signs of a list left out."""
    head = BULLET.match(line)
    kept = [
        sign
        for place, sign in enumerate(line)
        if not any(start <= place < end for start, end in spans) and not (head and place < head.end())
    ]
    return bare("".join(kept))
