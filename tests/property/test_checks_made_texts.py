"""Drafts filled with one thing again and again: each is judged, none breaks a rule or keeps it busy."""

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.checking.order import CheckOrder
from assistant.checking.pool import CheckPool
from assistant.documents.collecting import Source
from assistant.domain.form import Form
from assistant.library.programmes import load_catalogue

CHARACTERS = 2000
"""Of each item; a draft of twenty items is as long as the longest proposal."""
SECONDS = 60.0
"""After which a process is ended; the slowest of these drafts takes one of them on a quiet machine."""
UNITS = (
    "啊", "1", "（", "(a)", " ", "\u3000", "a", "、", "。", "；", "：", ".", "-", "甲、", "甲大学、", "甲大学和",
    "公司", "课题1，", "是否", "1990年1月", "13800000000 ", "a@", "李明（男）、", "主任", "教授", "和", "及",
    "项目", "评审", "1×", "≥1%", "一", "1.甲", "（1）", "《", "\t", "甲\t1\t", "担任主任", "http://", "…", "亿元",
    "$", "\\text{", "院", "称号", "副主任，", "分别", "题目：",
)  # fmt: skip
TURNS = range(0, len(UNITS), 6)
FORMS = {form.name: form for programme in load_catalogue().programmes for form in programme.forms}


def _write(form: Form, turn: int) -> str:
    """Each item is filled with another unit; each turn gives it the next one."""
    items = (
        f"{spec.label}：{(UNITS[(place + turn) % len(UNITS)] * CHARACTERS)[:CHARACTERS]}"
        for place, spec in enumerate(form.fields)
    )
    return "\n".join((form.title, *items))


def _list_sources(form: Form) -> Iterator[Source]:
    for turn in TURNS:
        text = _write(form, turn)
        yield Source(f"{turn}.txt", text.encode())
        yield Source(f"{turn}-lines.txt", text.replace("、", "、\n").replace("，", "\n").encode())


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckPool]:
    with CheckPool(tmp_path_factory.mktemp("data"), 1, seconds=SECONDS) as ready:
        yield ready


@pytest.mark.parametrize("name", sorted(FORMS))
def test_items_filled_with_one_thing_again_and_again_are_judged(name: str, pool: CheckPool):
    order = CheckOrder(today=date(2023, 4, 1), form=name)
    reports = [one.report for one in pool.check(_list_sources(FORMS[name]), order)]
    assert [(one.file, one.error) for one in reports if one.error is not None] == []
    assert {one.form for one in reports} == {name}
    assert all(one.verdict != "pass" for one in reports)
