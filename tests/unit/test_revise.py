"""The smallest change for each finding: no fact is made up, and nothing else in the author's file changes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from assistant.documents.reading import read_document
from assistant.domain.revision import Mend, Revision

DRAFT = """# 前沿科学问题撰写格式模板
题目：关于提高锂金属负极循环稳定性的研究（以问句形式提出）
Title: How to suppress lithium dendrites?
所属类型：基础研究
所属领域：新材料
所属学科：分析化学
作者信息：林望舒，云溪理工大学，邮箱：linws@example.edu.cn
关键词：锂枝晶；固态电解质；界面；成核；电池
Key Words: lithium dendrite; solid electrolyte; interface
问题描述：枝晶到底是从晶界先长，还是从界面先长？
问题背景：石墨负极到头了。
最新进展：2021年有课题组看到了晶界处的锂，难点是应力测不准。
重要意义：
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.md"
    path.write_text(DRAFT, "utf-8")
    return path


def revise(wenjin: Run, path: Path, *words: str) -> Revision:
    status, out, err = wenjin("revise", str(path), "--json", "--today", "2023-03-01", *words)
    assert status == 0, err
    return Revision.model_validate_json(out)


def mend(revision: Revision, rule: str) -> Mend:
    return next(one for one in revision.mends if one.finding.rule == rule)


def test_each_finding_has_a_proposal_with_its_clause(wenjin: Run, draft: Path):
    revision = revise(wenjin, draft)

    told = [one for one in revision.report.findings if one.severity != "info"]
    assert [one.finding for one in revision.mends] == told
    assert all(one.after is not None or one.question or one.others for one in revision.mends)
    assert revision.after is None


def test_a_title_becomes_a_question_in_its_own_words(wenjin: Run, draft: Path):
    proposal = mend(revise(wenjin, draft), "cast.title.question-form")

    assert proposal.after is not None
    assert proposal.after.endswith("？")
    assert "锂金属负极循环稳定性" in proposal.after
    assert "以问句形式提出" not in proposal.after


def test_a_wrong_value_becomes_the_nearest_of_the_list(wenjin: Run, draft: Path):
    revision = revise(wenjin, draft)

    assert mend(revision, "cast.field.allowed").after == "先进材料"
    assert mend(revision, "cast.discipline.first-level").after == "150 化学"
    assert mend(revision, "cast.type.one-of-three").after is None
    assert "前沿科学问题" in mend(revision, "cast.type.one-of-three").others


def test_what_only_the_author_knows_is_marked_and_asked_for(wenjin: Run, draft: Path):
    revision = revise(wenjin, draft)
    contact, section = mend(revision, "cast.author.complete"), mend(revision, "cast.body.sections")

    assert contact.after == f"{contact.before}【待补充：手机】"
    assert contact.question
    assert section.after == "【待补充：重要意义】"


def test_keywords_too_many_are_cut_and_too_few_are_marked(wenjin: Run, draft: Path):
    revision = revise(wenjin, draft)

    assert mend(revision, "cast.keywords.zh-count").after == "锂枝晶；固态电解质；界面；成核"
    assert mend(revision, "cast.keywords.en-count").after == (
        "lithium dendrite; solid electrolyte; interface; 【待补充：还缺1个】"
    )


def test_only_what_was_accepted_changes(wenjin: Run, draft: Path, tmp_path: Path):
    number = mend(revise(wenjin, draft), "cast.discipline.first-level").id
    revision = revise(wenjin, draft, "--accept", str(number), "-o", str(tmp_path / "改.md"))

    assert (tmp_path / "改.md").read_text("utf-8") == DRAFT.replace("所属学科：分析化学", "所属学科：150 化学")
    assert draft.read_text("utf-8") == DRAFT
    assert revision.accepted == (number,)
    assert revision.after is not None
    assert "cast.discipline.first-level" in revision.after.passed


def test_a_word_file_keeps_its_runs_its_pictures_and_every_other_paragraph(wenjin: Run, tmp_path: Path):
    path, out = tmp_path / "稿.docx", tmp_path / "改.docx"
    document = Document()
    for line in DRAFT.splitlines():
        label, _, text = line.lstrip("# ").partition("：")
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}：" if text else label).bold = True
        paragraph.add_run(text[:3])
        paragraph.add_run(text[3:]).italic = True
    document.save(str(path))
    revision = revise(wenjin, path, "--accept", "ALL", "-o", str(out))

    changed = {one.where.paragraph for one in revision.mends if one.id in revision.accepted}
    before, after = Document(str(path)).paragraphs, Document(str(out)).paragraphs
    assert changed
    assert [one.text for n, one in enumerate(before, 1) if n not in changed] == [
        one.text for n, one in enumerate(after, 1) if n not in changed
    ]
    assert [[run.bold for run in one.runs] for one in before] == [[run.bold for run in one.runs] for one in after]
    assert any(block.text == "所属学科：150 化学" for block in read_document(out).blocks)
    assert revision.after is not None
    assert len(revision.after.findings) < len(revision.report.findings)


def test_a_reason_that_is_too_long_loses_whole_sentences_only(wenjin: Run, tmp_path: Path):
    path = tmp_path / "推荐表.txt"
    sentences = [
        f"弄清这一机理，第{number}类电池的循环寿命有望翻倍，将带动整个学科的发展，每年节约上亿元。"
        for number in "一二三"
    ]
    path.write_text(
        "前沿科学问题推荐表\n问题题目：如何抑制锂枝晶？\n推荐单位：某某学会\n推荐人：林望舒\n"
        f"联合的国外组织和专家：无\n推荐理由：{''.join(sentences)}\n",
        "utf-8",
    )
    proposal = mend(revise(wenjin, path), "cast.rec.reason-length")

    assert proposal.after in {"".join(sentences[:2]), "".join(sentences[1:]), sentences[0] + sentences[2]}


def test_the_draft_is_never_written_over(wenjin: Run, draft: Path):
    status, _, err = wenjin("revise", str(draft), "--accept", "ALL", "-o", str(draft))
    assert status == 2
    assert "不会覆盖" in err

    status, _, err = wenjin("revise", str(draft), "--accept", "ALL")
    assert status == 2
    assert "-o" in err


def test_a_number_that_there_is_not_is_refused(wenjin: Run, draft: Path, tmp_path: Path):
    status, out, _ = wenjin("revise", str(draft), "--json", "--accept", "99", "-o", str(tmp_path / "改.md"))

    assert status == 2
    assert "没有第99条建议" in json.loads(out)["error"]["message"]


def test_a_text_is_never_written_under_the_name_of_a_word_file(wenjin: Run, draft: Path):
    out = draft.with_suffix(".docx")
    status, _, said = wenjin("revise", str(draft), "--accept", "all", "-o", str(out), "--today", "2023-03-01")

    assert status == 2
    assert "只改字句" in said
    assert not out.exists()
