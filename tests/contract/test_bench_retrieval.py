"""The benchmark of the search runs as documented; what it measures is never asserted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from assistant.retrieval.passages import build_passages, searched_text
from assistant.text import tokenise
from wenjin_evals.growth import grow

ROOT = Path(__file__).parents[2]
COLUMNS = ["段落", "系统", "建立（秒）", "磁盘（MB）", "内存（MB）", "p50（毫秒）", "p95（毫秒）", "比 rank_bm25 快"]


def test_a_small_run_prints_a_row_for_each_system():
    pytest.importorskip("rank_bm25")
    command = [sys.executable, str(ROOT / "evals" / "bench_retrieval.py"), "--sizes", "260", "--queries", "5"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONIOENCODING": "utf-8"}
    )
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    assert rows[0] == COLUMNS
    assert [row[1] for row in rows[2:]] == ["问津（编号＋词＋向量）", "rank_bm25（LangChain）", "bm25s"]
    for row in rows[2:]:
        assert int(row[0]) >= 260
        assert float(row[5]) <= float(row[6])
        assert row[7].endswith("×")


def test_a_grown_corpus_is_the_same_each_time_and_keeps_the_shape_of_the_real_one():
    catalogue = load_catalogue()
    grown = grow(catalogue, 2600, seed=3)
    passages = build_passages(grown)
    assert len(passages) >= 2600
    assert build_passages(grow(catalogue, 2600, seed=3)) == passages
    assert grown.programmes[: len(catalogue.programmes)] == catalogue.programmes
    made, model = grown.programmes[len(catalogue.programmes)], catalogue.programmes[0]
    assert len(made.notice.text) == len(model.notice.text)
    assert [clause.path for clause in made.notice.clauses] == [clause.path for clause in model.notice.clauses]
    assert made.notice.text != model.notice.text
    assert len({passage.id for passage in passages}) == len(passages)


def test_the_vocabulary_of_a_grown_corpus_grows_with_it():
    catalogue = load_catalogue()
    sizes = [len(vocabulary(grow(catalogue, size, seed=3))) for size in (1900, 2600)]
    assert sizes[1] > 1.1 * sizes[0]


def vocabulary(catalogue: Catalogue) -> set[str]:
    return {token for passage in build_passages(catalogue) for token in tokenise(searched_text(passage))}
