"""Three published topics, one a type, from a scientist's notes over the answers to a Word file that passes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.text import squash

Run = Callable[..., tuple[int, str, str]]
TOPICS = {"nickelate": "前沿科学问题", "mooring": "工程技术难题", "hardcarbon": "产业技术问题"}
FOLDER = Path(__file__).parent / "topics"
DAY = ("--today", "2023-04-10")


@pytest.mark.parametrize("name", sorted(TOPICS))
def test_notes_and_answers_become_a_word_file_that_passes(wenjin: Run, name: str, tmp_path: Path):
    notes, answers = FOLDER / name / "notes.md", FOLDER / name / "answers.md"
    order = ("--programme", "cast-2023", "--form", "problem", "--kind", TOPICS[name], *DAY)
    asked = json.loads(wenjin("fill", str(notes), *order, "--json")[1])
    out = tmp_path / "稿.docx"
    filled = json.loads(wenjin("fill", str(notes), str(answers), *order, "-o", str(out), "--json")[1])
    status, said, _ = wenjin("check", str(out), "--programme", "cast-2023", *DAY, "--json")

    report = json.loads(said)["reports"][0]
    assert {one["label"] for one in asked["fields"] if one["missing"]} == {"Title", "所属领域", "所属学科", "Key Words"}
    assert ([what for one in filled["fields"] for what in one["missing"]], filled["unplaced"]) == ([], [])
    assert (status, report["verdict"], report["findings"]) == (0, "pass", [])
    source = squash(notes.read_text("utf-8") + answers.read_text("utf-8"))
    assert all(squash(line) in source for one in filled["fields"][3:] for line in one["text"].splitlines())
    text = tmp_path / "稿.txt"
    wenjin("export", str(out), *DAY, "-o", str(text))
    assert _sort_sections(text.read_text("utf-8")) == _sort_sections((FOLDER / name / "draft.txt").read_text("utf-8"))


def _sort_sections(text: str) -> tuple[str, list[str]]:
    """Return the lines before the sections, and theirs in any order: where a sentence goes is measured elsewhere."""
    head, _, body = text.partition("问题正文\n")
    return head, sorted(line for line in body.splitlines() if line)
