"""How fast the search is, what it takes to build and what it holds in memory, beside two other makers of BM25.

    python evals/bench_retrieval.py --sizes 1000 10000 100000

The corpus is grown with made programmes (`wenjin_evals/growth.py`). Each system runs in a process of its own, one after
the other, over the same passages and the same queries, with the same tokens; all print into one table. What is compared
is one search for the best twelve passages. LangChain's BM25Retriever wraps rank_bm25 and is asked as its users ask it;
bm25s is asked for its scores and the best twelve of them, without anything of ours around it. Ours looks up numbers,
weighs words, compares vectors and says why each passage was found. docs/benchmarks.md says how to read the figures.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import PassageKind
from assistant.library.programmes import load_catalogue
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import open_index
from assistant.retrieval.passage_file import PassageFile
from assistant.retrieval.passages import searched_text
from assistant.text import tokenise
from wenjin_evals.growth import grow

SEED = 20230420
TOP = 12
KINDS: tuple[PassageKind, ...] = ("clause", "direction", "released_problem")
_ASKS = ("{}怎么规定？", "{}有什么要求", "请问{}最多几项？", "{}什么时候截止", "{}", "关于{}的考核指标是什么")
_WARM = 10
"""Searches before the clock starts."""

Figures = dict[str, float]
Search = Callable[[str], object]


def main() -> None:
    """Measure, or do the one step that a process of its own was started for."""
    arguments = _parse()
    if arguments.step:
        print(json.dumps(STEPS[arguments.step](Path(arguments.folder), arguments)))
        return
    _print(COLUMNS, ("---",) * len(COLUMNS))
    for size in arguments.sizes:
        _print(*_measure(size, arguments))


def _print(*rows: Sequence[str]) -> None:
    """Print rows of the table at once, since the larger sizes take long."""
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000], help="numbers of passages")
    parser.add_argument("--queries", type=int, default=200, help="searches that are timed, of each system")
    parser.add_argument("--slow-queries", type=int, default=40, help="of rank_bm25, which takes a second for each")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


COLUMNS = ("段落", "系统", "建立（秒）", "磁盘（MB）", "内存（MB）", "p50（毫秒）", "p95（毫秒）", "比 rank_bm25 快")


def _measure(size: int, arguments: argparse.Namespace) -> list[Sequence[str]]:
    """Return the rows of one size."""
    with tempfile.TemporaryDirectory(prefix="wenjin-bench-") as folder:
        built = _run("build", folder, size, arguments)
        results = {
            "问津（编号＋词＋向量）": built | _run("ours", folder, size, arguments),
            "rank_bm25（LangChain）": _run("rank_bm25", folder, size, arguments),
            "bm25s": _run("bm25s_build", folder, size, arguments) | _run("bm25s", folder, size, arguments),
        }
    slow = results["rank_bm25（LangChain）"]["p50"]
    return [
        (
            f"{built['passages']:.0f}",
            name,
            f"{one['seconds']:.1f}",
            f"{one['disk']:.1f}" if "disk" in one else "—",
            f"{one['memory']:.0f}",
            f"{one['p50']:.2f}",
            f"{one['p95']:.2f}",
            f"{slow / one['p50']:.1f}×",
        )
        for name, one in results.items()
    ]


def _run(step: str, folder: str, size: int, arguments: argparse.Namespace) -> Figures:
    """Run a step in a process of its own, so that its memory is its own."""
    command = [sys.executable, __file__, "--step", step, "--folder", folder, "--size", str(size)]
    command += ["--queries", str(arguments.queries), "--slow-queries", str(arguments.slow_queries)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - this very script
    return json.loads(done.stdout.splitlines()[-1])


def build(folder: Path, arguments: argparse.Namespace) -> Figures:
    """Grow the corpus, build the index and write down the queries."""
    catalogue = grow(load_catalogue(), arguments.size, SEED)
    (folder / "catalogue.json").write_bytes(_codec().dump_json(catalogue, by_alias=True, round_trip=True))
    started = time.perf_counter()
    open_index(catalogue, folder, LatentEmbedder())
    seconds = time.perf_counter() - started
    place = next(folder.glob("index-*"))
    passages = PassageFile.load(place)
    (folder / "queries.json").write_text(json.dumps(_make_queries(passages, arguments.queries)), "utf-8")
    disk = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    return {"passages": len(passages), "seconds": seconds, "disk": disk / 1e6}


def serve_ours(folder: Path, arguments: argparse.Namespace) -> Figures:
    """Search with the product's index, the whole catalogue in memory beside it as it is while serving."""
    catalogue = _codec().validate_json((folder / "catalogue.json").read_bytes())
    index = open_index(catalogue, folder, LatentEmbedder())
    figures = _time(lambda query: index.search(query, kinds=KINDS, top=TOP), folder, arguments.queries)
    if index.warnings:
        raise SystemExit(index.warnings[0])
    return figures


def serve_rank_bm25(folder: Path, arguments: argparse.Namespace) -> Figures:
    """Search with LangChain's retriever, which keeps everything in memory."""
    from langchain_community.retrievers import BM25Retriever

    texts = _read_texts(folder)
    started = time.perf_counter()
    retriever = BM25Retriever.from_texts(texts, preprocess_func=tokenise, k=TOP)
    seconds = time.perf_counter() - started
    slow = min(arguments.queries, arguments.slow_queries)
    return {"seconds": seconds} | _time(retriever.invoke, folder, slow)


def build_bm25s(folder: Path, _arguments: argparse.Namespace) -> Figures:
    """Build and write the index of bm25s alone."""
    import bm25s

    texts = _read_texts(folder)
    started = time.perf_counter()
    ranking = bm25s.BM25(method="lucene")
    ranking.index([tokenise(text) for text in texts], show_progress=False)
    ranking.save(folder / "bm25s", show_progress=False)
    seconds = time.perf_counter() - started
    disk = sum(path.stat().st_size for path in (folder / "bm25s").iterdir())
    return {"seconds": seconds, "disk": disk / 1e6}


def serve_bm25s(folder: Path, arguments: argparse.Namespace) -> Figures:
    """Search with bm25s alone, its arrays mapped from disk."""
    import bm25s

    ranking = bm25s.BM25.load(folder / "bm25s", load_corpus=False, mmap=True, show_progress=False)

    def search(query: str) -> object:
        known = [token for token in dict.fromkeys(tokenise(query)) if token in ranking.vocab_dict]
        scores = ranking.get_scores(known)
        return np.argsort(-scores, kind="stable")[:TOP]

    return _time(search, folder, arguments.queries)


STEPS: dict[str, Callable[[Path, argparse.Namespace], Figures]] = {
    "build": build,
    "ours": serve_ours,
    "rank_bm25": serve_rank_bm25,
    "bm25s_build": build_bm25s,
    "bm25s": serve_bm25s,
}


def _make_queries(passages: Sequence[Any], number: int) -> list[str]:
    """Return questions about what some passages say: a piece of the text inside a question's words."""
    chance = random.Random(SEED)  # noqa: S311 - made queries, no secret
    queries: list[str] = []
    while len(queries) < number + _WARM:
        text = passages[chance.randrange(len(passages))].text
        start = chance.randrange(max(1, len(text) - 30))
        queries.append(chance.choice(_ASKS).format(text[start : start + chance.randint(6, 30)]))
    return queries


def _time(search: Search, folder: Path, number: int) -> Figures:
    """Return the latency of the searches and the most memory that this process has held."""
    queries = json.loads((folder / "queries.json").read_text("utf-8"))[: number + _WARM]
    seconds: list[float] = []
    for query in queries:
        started = time.perf_counter()
        search(query)
        seconds.append(time.perf_counter() - started)
    p50, p95 = np.percentile(np.array(seconds[_WARM:]) * 1000, [50, 95])
    return {"p50": float(p50), "p95": float(p95), "memory": _peak_memory()}


def _peak_memory() -> float:
    """Return the most memory that was resident, in MB; mapped files count where they were read."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _read_texts(folder: Path) -> list[str]:
    return [searched_text(passage) for passage in PassageFile.load(next(folder.glob("index-*")))]


def _codec() -> TypeAdapter[Catalogue]:
    return TypeAdapter(Catalogue)


if __name__ == "__main__":
    main()
