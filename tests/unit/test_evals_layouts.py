"""The layouts of the drafts that are measured: whatever the file looks like, it holds the same draft."""

from pathlib import Path

import pytest

from assistant.documents.fields import read_draft
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from wenjin_evals.cases import Case, members
from wenjin_evals.draft_files import LAYOUTS, write_drafts

CASE: Case = {
    "id": "layout",
    "programme": "cast-2022",
    "form": "problem",
    "content": [
        {"label": "题目", "text": "锂枝晶为何在快充时失稳生长？"},
        {"label": "Title", "text": "Why do lithium dendrites grow unstably under fast charging?"},
        {"label": "所属类型", "text": "前沿科学问题"},
        {"label": "所属领域", "text": "先进材料"},
        {"label": "作者信息", "text": "姓名：谈知微；单位：沧浪大学\n姓名：晏清和；单位：沧浪大学"},
        {"label": "关键词", "text": "锂枝晶；快充；界面；失稳"},
        {"label": "问题正文", "text": ""},
        {"label": "问题描述", "text": "第一段说明现象，其中关键词：这三个字不是栏目。\n第二段说明原因。"},
        {"label": "问题背景", "text": "背景一段，说明问题在现阶段研究中如何产生，以及为什么现有的解释互相矛盾。"},
        {"label": "最新进展", "text": "进展一段，说明近年的观测与仍然没有解决的困难，包括原位表征的分辨率。"},
        {"label": "重要意义", "text": "意义一段，说明对电池安全和产业的作用，以及对界面科学的带动。"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_read_as_the_same_draft(layout: str, tmp_path: Path):
    [path] = write_drafts([{**CASE, "layout": layout}], tmp_path)
    root = corpus_root()
    draft = read_draft(path, load_forms(root / "cast-2022", root))
    expected = {str(item["label"]): str(item["text"]) for item in members(CASE, "content") if item["text"]}
    assert {field.label: field.text for field in draft.fields if field.text} == expected
    assert draft.form == "problem"
    assert draft.unassigned == ()
