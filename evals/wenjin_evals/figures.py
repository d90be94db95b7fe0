"""Figures of a measurement, as a table for people and as values that thresholds are compared with."""

import json
from pathlib import Path

from assistant.domain.value import Value
from assistant.errors import InputError

OURS = "问津"

LOWER_IS_BETTER = frozenset({"false_quotes", "false_refusal", "false_unfit", "false_errors"})


class Figure(Value):
    """One measured figure."""

    suite: str
    """`questions`, `matching`, `drafts` or `titles`, with the set of cases: `questions.dev`."""
    name: str
    system: str
    """`问津`, one of its parts alone, or a baseline."""
    value: float
    n: int
    """Number of cases (or rules, or candidates) that the figure is a share of."""


class Figures(Value):
    """All figures of one run."""

    figures: tuple[Figure, ...]
    failures: tuple[str, ...] = ()
    """One line a failed case: id, what was wanted, what came."""

    def as_table(self) -> str:
        """Return one Markdown table a suite: a row a figure, a column a system; then the failures."""
        suites = dict.fromkeys(figure.suite for figure in self.figures)
        tables = [self._suite_table(suite) for suite in suites]
        failures = ["", "", f"未通过的例子（{len(self.failures)}）：", *self.failures] if self.failures else []
        return "\n\n".join(tables) + "\n".join(failures)

    def _suite_table(self, suite: str) -> str:
        rows = [figure for figure in self.figures if figure.suite == suite]
        systems = list(dict.fromkeys(figure.system for figure in rows))
        names = list(dict.fromkeys(figure.name for figure in rows))
        cells = {(figure.name, figure.system): figure for figure in rows}
        lines = [f"| {suite} | n | {' | '.join(systems)} |", f"|---|---|{'---|' * len(systems)}"]
        for name in names:
            found = [cells.get((name, system)) for system in systems]
            n = next(figure.n for figure in found if figure)
            lines.append(f"| {name} | {n} | {' | '.join(_shown(figure) for figure in found)} |")
        return "\n".join(lines)

    def missed(self, require: Path) -> list[str]:
        """Return one Chinese line for each threshold of the file that our figures miss.

        Args:
            require: JSON object of `suite` to object of figure name to wanted value.

        Raises:
            InputError: the file is absent or of another shape, or names a figure that was not measured.
        """
        ours = {(one.suite, one.name): one.value for one in self.figures if one.system == OURS}
        measured = {suite for suite, _ in ours}
        short: list[str] = []
        for suite, wanted in _read_thresholds(require).items():
            if suite not in measured:
                continue  # another suite than the one asked for
            for name, bound in wanted.items():
                value = ours.get((suite, name))
                if value is None:
                    raise InputError(f"没有测量过“{suite}”的“{name}”。", where=str(require))
                if (value > bound) if name in LOWER_IS_BETTER else (value < bound):
                    short.append(f"未达标：{suite} {name} = {value:.3f}，要求 {bound:g}。")
        return short


def _shown(figure: Figure | None) -> str:
    return "" if figure is None else f"{figure.value:.3f}"


def _read_thresholds(path: Path) -> dict[str, dict[str, float]]:
    try:
        plain = json.loads(path.read_text("utf-8"))
        return {suite: {name: float(bound) for name, bound in wanted.items()} for suite, wanted in plain.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise InputError("读不懂阈值文件。", where=str(path), hint='应为 JSON：{"评测": {"指标": 值}}。') from error
