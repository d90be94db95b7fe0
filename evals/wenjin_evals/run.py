"""Runs the suites asked for, over all processors, and gathers their figures."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.service import Assistant
from assistant.watching import watched
from wenjin_evals import chat, coverage, drafts, fill, injections, matching, questions, titles
from wenjin_evals.cases import Case, load_cases
from wenjin_evals.figures import ASIDE, OURS, Failure, Figure, Figures
from wenjin_evals.systems import SYSTEMS, absent, score_system

SUITES = ("questions", "matching", "drafts", "titles", "chat", "coverage", "fill", "injections")
SETS: dict[str, tuple[str, ...]] = {
    "questions": (
        "questions.dev",
        "questions.own",
        "questions.blind",
        "questions.calls",
        "questions.guides",
        "questions.fifth",
        "questions.sixth",
    ),
    "matching": ("matching.dev", "matching.real", "matching.second"),
    "drafts": (
        "drafts.dev",
        "drafts.own",
        "drafts.clean",
        "drafts.compliant",
        "drafts.seeded",
        "drafts.cast",
        "drafts.fresh",
        "drafts.third",
        "drafts.fourth",
        "drafts.fifth",
    ),
    "titles": ("titles.dev", "titles.own", "titles.second", "titles.released"),
    "chat": (
        "chat.own",
        "chat.second",
        "chat.third",
        "chat.sixth",
        "chat.seventh",
        "chat.drafting",
        "chat.drafting2",
    ),
    "coverage": ("coverage.own",),
    "fill": ("fill.own", "fill.second"),
    "injections": ("injections",),
}
"""Shipped sets of cases of each suite."""

SCORERS = {
    "drafts": drafts.score,
    "titles": titles.score,
    "chat": chat.score,
    "coverage": coverage.score,
    "fill": fill.score,
    "injections": injections.score,
}
"""Of the suites that search nothing."""

_MOST_PROCESSES = 4

Scored = tuple[list[Figure], list[Failure]]
Build = Callable[[], Assistant]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be measured."""

    name: str
    """A suite, or `all`."""
    today: date
    """Day that deadlines are compared with."""
    folder: Path
    """Where indexes that only a measurement needs are kept from one to the next."""
    cases: Path | None = None
    """The user's own cases instead of the shipped ones; then `name` has to be one suite."""
    only_open: bool = False
    """True leaves out the halves kept aside, as whoever is still at work on the product should."""
    processes: int = 1
    others: bool = True
    """False leaves out the systems that ours are compared with."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A piece of work that one process does: one system on some sets of one suite."""

    suite: str
    system: str
    labels: tuple[str, ...]
    aside: bool = False


def processors() -> int:
    """Return how many processes measure at once: one a processor, few enough for their memory."""
    return min(os.cpu_count() or 1, _MOST_PROCESSES)


def evaluate(request: Request, build: Build) -> Figures:
    """Return the figures of one suite, or of all.

    Args:
        request: what is measured.
        build: makes the Assistant whose verbs are measured; called once a process, so it has to be picklable where
            there are several.
    """
    suites = SUITES if request.name == "all" else (request.name,)
    jobs = [job for suite in suites for job in _jobs(suite, request)]
    alone = min(request.processes, len(jobs)) <= 1
    scored = _run_here(jobs, request, build) if alone else _run_apart(jobs, request, build)
    figures = [figure for found, _ in scored for figure in found]
    order = {label: place for place, label in enumerate(dict.fromkeys(_in_order(jobs)))}
    return Figures(
        figures=tuple(sorted(figures, key=lambda one: order[one.suite])),
        failures=tuple(failure for _, failed in scored for failure in failed),
        notes=absent(suites),
    )


def _jobs(suite: str, request: Request) -> list[_Job]:
    labels = SETS[suite] if request.cases is None else (suite,)
    halves = (False,) if request.only_open else (False, True)
    own = [_Job(suite, OURS, (label,), aside) for label in labels for aside in halves]
    others = [_Job(suite, system, labels) for system in SYSTEMS.get(suite, ()) if request.others]
    return [*(job for job in own if _rows(job.labels[0], request.cases, aside=job.aside)), *others]


def _in_order(jobs: Iterable[_Job]) -> Iterable[str]:
    return (label + ASIDE * job.aside for job in jobs for label in job.labels)


def _run_here(jobs: Sequence[_Job], request: Request, build: Build) -> list[Scored]:
    assistant = build()
    return [_run(job, request, assistant) for job in jobs]


def _run_apart(jobs: Sequence[_Job], request: Request, build: Build) -> list[Scored]:
    """Return what the jobs give, in their order; each process is a fresh one and builds its own Assistant."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(request.processes, context, initializer=_prepare, initargs=(build,)) as pool:
        # The other systems take longest, so they begin first.
        running = {
            job: pool.submit(_run_prepared, job, request) for job in sorted(jobs, key=lambda job: job.system == OURS)
        }
        return [running[job].result() for job in jobs]


_ready: dict[str, Assistant] = {}
"""The Assistant of a process that `_run_apart` started."""


def _prepare(build: Build) -> None:
    _ready["assistant"] = build()


def _run_prepared(job: _Job, request: Request) -> Scored:
    return _run(job, request, _ready["assistant"])


def _run(job: _Job, request: Request, assistant: Assistant) -> Scored:
    rows = {label: _rows(label, request.cases, aside=job.aside) for label in job.labels}
    if job.system != OURS:
        return score_system(job.suite, job.system, rows, assistant, today=request.today, folder=request.folder), []
    scored = [
        _measure(job.suite, own, assistant, label + ASIDE * job.aside, request.today)
        for label, own in rows.items()
        if own
    ]
    figures = [figure for found, _ in scored for figure in found]
    # Failures of cases kept aside are not shown.
    return figures, [failure for _, failed in scored for failure in failed if not job.aside]


def _rows(label: str, path: Path | None, *, aside: bool) -> list[Case]:
    return [row for row in load_cases(label, path) if bool(row.get("held_out")) == aside]


def _measure(suite: str, rows: list[Case], assistant: Assistant, label: str, today: date) -> Scored:
    """Return the figures of one verb with what was asked of a model for them."""
    with watched() as watch:
        figures, failures = _score(suite, rows, assistant, label, today)
    usage = watch.sum_up(assistant.prices)
    if usage is None:
        return figures, failures
    spent = {"requests": usage.requests, "tokens": usage.read + usage.written, "cost": usage.cost}
    counted = {name: value for name, value in spent.items() if value is not None}
    more = [Figure(suite=label, name=name, system=OURS, value=value, n=len(rows)) for name, value in counted.items()]
    return [*figures, *more], failures


def _score(suite: str, rows: list[Case], assistant: Assistant, label: str, today: date) -> Scored:
    """Return the figures of one verb; suites that search nothing tell their failures as plain lines, id first."""
    if suite == "questions":
        return questions.score(rows, assistant, label, today)
    if suite == "matching":
        return matching.score_ours(rows, assistant, label)
    scorer = SCORERS[suite]
    figures, lines = scorer(rows, assistant, label, today)
    split = [line.split(" ", 1) for line in lines]
    return figures, [Failure(suite=label, id=name, text="".join(rest)) for name, *rest in split]
