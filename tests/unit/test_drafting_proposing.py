"""Field and discipline are proposed from evidence, and not at all from a word that happens to stand there."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.domain.filled import Choice, FilledDraft

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def offered(wenjin: Run, tmp_path: Path) -> Callable[[str, str], Sequence[Choice]]:
    def offer(notes: str, label: str) -> Sequence[Choice]:
        path = tmp_path / "笔记.md"
        path.write_text(notes, "utf-8")
        _, out, _ = wenjin("fill", str(path), "--programme", "cast-2023", "--form", "problem", "--json")
        filled = FilledDraft.model_validate_json(out)
        return next((one.choices for one in filled.proposals if one.label == label), ())

    return offer


WATERWAY = "航道里的丁坝年年水毁，泥沙冲刷坑一年能深八米，坝头块石怎样起动还不清楚。"
BAT = "蝙蝠携带多种病毒却不发病，干扰素在静息状态就有表达，炎症反应减弱，与细胞免疫有关。"
TRADE = "企业之间的数据交易合同纠纷逐年上升，界面上看不出来，最后由法院整理材料。"


def test_waterways_are_no_manufacturing(offered: Callable[[str, str], Sequence[Choice]]):
    assert offered(WATERWAY, "所属学科")[0].value == "570 水利工程"
    assert "制造科技" not in {one.value for one in offered(WATERWAY, "所属领域")}


def test_words_of_a_discipline_tell_it_that_its_own_names_would_not(offered: Callable[[str, str], Sequence[Choice]]):
    assert offered(BAT, "所属学科")[0].value == "180 生物学"
    assert offered(BAT, "所属领域")[0].value == "生命健康（含医学）"


def test_one_short_word_is_not_enough_for_a_discipline(offered: Callable[[str, str], Sequence[Choice]]):
    names = {one.value[4:] for one in offered(TRADE, "所属学科")}

    assert not names & {"纺织科学技术", "机械工程", "材料科学"}


def test_a_proposal_by_one_word_says_that_it_is_weak(offered: Callable[[str, str], Sequence[Choice]]):
    found = offered("电磁导航车间里的螺杆挤出机冻住了。如何在现场换？", "所属类型")

    assert "依据弱" in next(one.reason for one in found if one.value == "工程技术难题")
