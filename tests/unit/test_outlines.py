"""`outline`: every demand of a direction with the guide's words, the form's items, the conditions to tick off."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.checks.coverage.segments import split_sentences
from assistant.domain.direction import Direction
from assistant.exporting.outlining import list_demands, list_items
from assistant.text import squash
from tests.unit.proposing import guide

Run = Callable[..., tuple[int, str, str]]
GUIDES = ("sticoop-2022", "nkrd-2021-01", "nkrd-2021-05", "nkrd-2021-12")


def _directions() -> list[Direction]:
    return [one for name in GUIDES for one in guide(name).directions]


def test_every_sentence_of_both_texts_is_asked_for_in_the_guides_own_words():
    for direction in _directions():
        items = list_items(direction)
        content, indicators = squash(direction.research_content), squash(direction.assessment_indicators)
        quotes = [squash(one.quote) for one in items]
        stops = split_sentences(direction.research_content)

        assert all(quote and (quote in content or quote in indicators) for quote in quotes), direction.id
        assert all(one.heading for one in items), direction.id
        assert all(
            any(quote in squash(one.text) or squash(one.text) in quote for quote in quotes)
            for one in stops
            if one.text.strip()
        ), direction.id


def test_every_limit_ratio_and_requirement_is_on_the_list_once():
    for direction in _directions():
        demands = list_demands(direction)
        quotes = [squash(one.quote) for one in demands]
        wanted = {squash(one.quote) for one in (*direction.requirements, *direction.ratios, *direction.limits)}

        assert sorted(quotes) == sorted(wanted)
        assert all(one.about for one in demands)


def test_the_outline_names_what_each_condition_lays_down(wenjin: Run):
    status, out, _ = wenjin("outline", "--direction", "sticoop-2022/1.1", "--json")

    outline = json.loads(out)
    told = {tuple(one["about"]): one["scope"] for one in outline["demands"]}
    fields = {one["label"]: one["text"] for one in outline["fields"]}
    assert status == 0
    assert told["配套经费",] == "本方向"
    assert told["课题数", "参与单位数", "实施周期"] == "本指南"
    assert fields["指南方向"] == "1.1 工业领域燃烧中碳捕集共性关键技术与工业示范"
    assert fields["项目名称"] == ""
    assert sum(one["kind"] == "research_content" for one in outline["items"]) == 4


@pytest.mark.parametrize("kind", ["docx", "md", "txt"])
def test_the_file_holds_every_heading_with_its_quote_and_reads_as_a_proposal(wenjin: Run, tmp_path: Path, kind: str):
    place = tmp_path / f"提纲.{kind}"
    _, said, _ = wenjin("outline", "--direction", "nkrd-2021-12/1.4", "-o", str(place), "--json")
    _, read, _ = wenjin("read", str(place), "--json")

    outline, reading = json.loads(said), json.loads(read)
    shown = squash("".join(block["text"] for block in reading["blocks"]))
    assert outline["output"] == str(place)
    assert all(squash(one["heading"]) in shown and squash(one["quote"]) in shown for one in outline["items"])
    assert all(squash(one["quote"]) in shown for one in outline["demands"])
    assert reading["form"] == "proposal"


def test_an_unknown_direction_is_refused(wenjin: Run):
    status, _, said = wenjin("outline", "--direction", "sticoop-2022/9.9")

    assert status == 2
    assert "9.9" in said


def test_notes_are_drafted_into_the_official_form(wenjin: Run, tmp_path: Path):
    notes, place = tmp_path / "笔记.txt", tmp_path / "草稿.docx"
    notes.write_text(
        "深部煤岩在高应力下失稳的机制尚不清楚。\n近年来微震监测取得了进展，但定位精度不足。\n", encoding="utf-8"
    )
    status, said, _ = wenjin("fill", str(notes), "--form", "problem", "-o", str(place), "--json")
    _, read, _ = wenjin("read", str(place), "--json")

    filled = {one["label"]: one["text"] for one in json.loads(said)["fields"]}
    shown = {one["label"]: one["text"] for one in json.loads(read)["fields"]}
    assert status == 0
    assert {label: squash(text) for label, text in filled.items() if text} == {
        label: squash(shown[label]) for label, text in filled.items() if text
    }


def test_notes_are_never_written_over(wenjin: Run, tmp_path: Path):
    notes = tmp_path / "笔记.md"
    notes.write_text("深部煤岩在高应力下失稳的机制尚不清楚。\n", encoding="utf-8")
    status, _, said = wenjin("fill", str(notes), "--form", "problem", "-o", str(notes))

    assert status == 2
    assert "不会覆盖" in said
