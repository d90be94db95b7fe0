"""How soon the page answers after its start, and how it answers many people at once.

    python evals/bench_page.py [--people 30] [--data FOLDER] [--database postgresql://…]

The server runs as a process of its own, without a model, on a free port of this machine and over a temporary data
folder. One person comes first, alone, and then again for the processor time of each kind of turn; then all come
together, each with a session of their own: once all at the same instant and without a pause between turns, the hardest
that they can do, and once as people work, with a pause of 5 to 15 seconds before each turn (drawn with a fixed seed).
Nothing here passes or fails by its time: docs/benchmarks.md says how to read the figures. The exit status is 1 where a
turn ended in an error.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles
from threading import Barrier

import httpx

from assistant.library.programmes import load_catalogue
from assistant.settings import Settings
from wenjin_evals.made_files import make_draft
from wenjin_evals.page_visits import Person, Server, Took, TurnError, prepare_data, serving

QUESTIONS = (
    "先导技术榜单什么时候截止？",
    "每个学会最多可以推荐几个问题？",
    "项目负责人的年龄有什么要求？",
    "问题征集要交哪些材料？",
)
PROBLEMS = (
    "匹配指南方向：如何抑制锂金属电池中枝晶的生长？",
    "匹配指南方向：高比例可再生能源接入后电网频率怎样保持稳定？",
    "匹配指南方向：怎样用机器学习预测新材料的力学性能？",
)
OPENING, QUESTION, PROBLEM, FILE = "打开页面", "提问", "匹配方向", "检查 Word 稿"
WORDS = "：第一句"
AT_ONCE, PAUSING = "人同一刻来，不停顿", "人同时在用，每次操作前停 5–15 秒"
PAUSES = (5.0, 15.0)
ROUNDS = 2
SHOWN_ERRORS = 5
COSTED = 8
"""Turns of a kind whose processor time is taken, after one of each kind that is not counted."""


@dataclass(slots=True)
class Figures:
    """What one person, or all of them, saw."""

    seconds: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    """By kind of turn."""
    errors: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Kind of turn, and what happened."""

    def add(self, kind: str, seconds: float) -> None:
        """Note a turn that went well."""
        self.seconds.setdefault(kind, []).append(seconds)

    def join(self, other: "Figures") -> None:
        """Take over what another saw."""
        self.errors += other.errors
        for kind, seconds in other.seconds.items():
            self.seconds.setdefault(kind, []).extend(seconds)


@dataclass(frozen=True, slots=True)
class Visitor:
    """One of many people."""

    address: str
    number: int


def main() -> None:
    """Measure, print, and end with 1 where a turn ended in an error."""
    arguments = _parse()
    draft = make_draft(load_catalogue())
    with tempfile.TemporaryDirectory(prefix="wenjin-bench-", ignore_cleanup_errors=True) as name:
        prepare_data(Path(name), arguments.data)
        with serving(Path(name), arguments.database) as server:
            _print_first(server)
            _print_costs(server, draft)
            errors = 0
            for load, pauses, rounds in ((AT_ONCE, (0.0, 0.0), 1), (PAUSING, PAUSES, ROUNDS)):
                do = partial(_visit, draft=draft, pauses=pauses, rounds=rounds)
                figures = _visit_together(server, arguments.people, do)
                _print_together(figures, f"{arguments.people} {load}")
                errors += len(figures.errors)
    sys.exit(1 if errors else 0)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=_count, default=30, help="people who come at once")
    parser.add_argument(
        "--data",
        type=Path,
        default=Settings.load().data_dir,
        help="data folder whose index is copied; a new one where none fits",
    )
    parser.add_argument("--database", help="empty Postgres database that keeps what is typed; SQLite without it")
    return parser.parse_args()


def _print_costs(server: Server, draft: bytes) -> None:
    """Print what a turn costs the server's processors, each kind alone."""
    turns: dict[str, Callable[[Person, int], object]] = {
        QUESTION: lambda person, turn: person.say(QUESTIONS[turn % len(QUESTIONS)], "ask"),
        PROBLEM: lambda person, turn: person.say(PROBLEMS[turn % len(PROBLEMS)], "match"),
        FILE: lambda person, turn: person.say("", "check", {f"稿{turn}.docx": draft}),
    }
    print()
    _print(("一次", "处理器（毫秒）"), ("---", "---"))
    with Person(server.address) as person:
        person.open()
        for do in turns.values():  # what is done once is done then, behind the start or here
            do(person, 0)
    for kind, do in turns.items():
        with Person(server.address) as person:
            person.open()
            before = server.worked()
            for turn in range(COSTED):
                do(person, turn)
            _print((kind, f"{1000 * (server.worked() - before) / COSTED:.0f}"))


def _count(text: str) -> int:
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


def _print_first(server: Server) -> None:
    """Let one person come as soon as the server listens, and print what that took."""
    listening = time.perf_counter() - server.spawned
    with Person(server.address) as person:
        person.open()
        shown = time.perf_counter() - server.spawned
        first = person.say(QUESTIONS[0], "ask")
        answered = time.perf_counter() - server.spawned
        second = person.say(QUESTIONS[1], "ask")
    rows = [
        ("启动到开始监听", listening),
        ("启动到页面显示", shown),
        ("启动到第一个回答写完", answered),
        *(("第一问" + WORDS, first.first), ("第一问：写完", first.whole)),
        *(("第二问" + WORDS, second.first), ("第二问：写完", second.whole)),
    ]
    _print(("一个人", "秒"), ("---", "---"), *((name, f"{seconds:.2f}") for name, seconds in rows))


def _visit_together(server: Server, people: int, do: Callable[["Visitor"], Figures]) -> Figures:
    start, figures = Barrier(people), Figures()

    def visit(number: int) -> Figures:
        start.wait()
        return do(Visitor(server.address, number))

    with ThreadPoolExecutor(people) as pool:
        for one in pool.map(visit, range(people)):
            figures.join(one)
    return figures


def _visit(visitor: Visitor, draft: bytes, pauses: tuple[float, float], rounds: int) -> Figures:
    """Do all that one person does; an error ends that turn alone.

    Args:
        visitor: who it is.
        draft: the Word file to be checked.
        pauses: seconds before each turn and before the page is opened, the shortest and the longest.
        rounds: how often the three turns are taken.
    """
    figures, number, drawn = Figures(), visitor.number, Random(visitor.number)  # noqa: S311 - pauses, no secrets

    def pause() -> None:
        time.sleep(drawn.uniform(*pauses))

    pause()
    with Person(visitor.address) as person:
        if not _note(figures, OPENING, person.open):
            return figures
        for turn in range(number, number + rounds):
            question, problem = QUESTIONS[turn % len(QUESTIONS)], PROBLEMS[turn % len(PROBLEMS)]
            turns = {
                QUESTION: partial(person.say, question, "ask"),
                PROBLEM: partial(person.say, problem, "match"),
                FILE: partial(person.say, "", "check", {f"稿{turn}.docx": draft}),
            }
            for kind, do in turns.items():
                pause()
                _note(figures, kind, do)
    return figures


def _note(figures: Figures, kind: str, turn: Callable[[], Took | float]) -> bool:
    """Do one turn and note it; say whether it went well."""
    try:
        took = turn()
    except (TurnError, httpx.HTTPError) as error:
        figures.errors.append((kind, f"{type(error).__name__}: {error}"))
        return False
    if isinstance(took, Took):
        figures.add(kind + WORDS, took.first)
        figures.add(kind, took.whole)
    else:
        figures.add(kind, took)
    return True


def _print_together(figures: Figures, name: str) -> None:
    print()
    _print((name, "次数", "p50（秒）", "p95（秒）", "最长（秒）", "出错"), ("---",) * 6)
    failed = Counter(kind for kind, _ in figures.errors)
    for kind in (OPENING, QUESTION + WORDS, QUESTION, PROBLEM + WORDS, PROBLEM, FILE + WORDS, FILE):
        seconds = figures.seconds.get(kind, [])
        _print((kind, str(len(seconds)), *_spread(seconds), str(failed[kind.removesuffix(WORDS)])))
    print(f"\n出错共 {len(figures.errors)} 次")
    for kind, sentence in figures.errors[:SHOWN_ERRORS]:
        print(f"- {kind}：{sentence}")


def _spread(seconds: Sequence[float]) -> tuple[str, str, str]:
    """Return p50, p95 and the longest; of a single turn all are that one."""
    if not seconds:
        return "—", "—", "—"
    cuts = quantiles(seconds, n=20, method="inclusive") if len(seconds) > 1 else [seconds[0]] * 19
    return f"{cuts[9]:.2f}", f"{cuts[18]:.2f}", f"{max(seconds):.2f}"


def _print(*rows: Sequence[str]) -> None:
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
