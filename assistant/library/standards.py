"""The tables beside the notices: released problems, disciplines and industries with angles on them, English terms."""

import csv
from collections.abc import Iterator
from pathlib import Path

from assistant.domain.catalogue import Angle, Category, ReleasedProblem
from assistant.domain.terms import Terms
from assistant.errors import CorpusError

_PROBLEM_COLUMNS = ("year", "kind", "field", "title", "source")
_CATEGORY_COLUMNS = ("code", "level", "name", "parent")
_TERM_COLUMNS = ("english", "chinese", "others")
_ANGLE_COLUMNS = ("code", "cues", "aspects", "conditions", "mechanisms", "measures", "targets")


def load_released(folder: Path) -> tuple[ReleasedProblem, ...]:
    """Return the problems that CAST has released, in the order of the file; empty where there is none.

    Raises:
        CorpusError: a row or a column is wrong.
    """
    path = folder / "released-problems.csv"
    return tuple(
        ReleasedProblem(
            title=row["title"],
            year=_read_number(row["year"], path, line),
            kind=row["kind"],
            field=row["field"],
            source=row["source"],
        )
        for line, row in _read_rows(path, _PROBLEM_COLUMNS)
    )


def load_disciplines(folder: Path) -> tuple[Category, ...]:
    """Return the base table of GB/T 13745-2009 (62 rows of level 1); the amendments beside it are not applied."""
    return _load_categories(folder / "gbt13745-2009.csv")


def load_industries(folder: Path) -> tuple[Category, ...]:
    """Return the base table of GB/T 4754-2017 (20 rows of level 1)."""
    return _load_categories(folder / "gbt4754-2017.csv")


def load_terms(folder: Path, name: str = "terms.csv") -> Terms:
    """Return a table of English terms; empty where there is none.

    Raises:
        CorpusError: a row or a column is wrong, or a term stands twice.
    """
    path = folder / name
    meanings: dict[str, tuple[str, ...]] = {}
    for line, row in _read_rows(path, _TERM_COLUMNS):
        if row["english"] in meanings:
            raise CorpusError(f"“{row['english']}”写了两次。", where=f"{path.parent.name}/{path.name}:{line}")
        meanings[row["english"]] = (row["chinese"], *_split(row["others"]))
    return Terms(meanings=meanings)


def load_angles(folder: Path) -> tuple[Angle, ...]:
    """Return what narrows the problems of each discipline, in the order of the file; empty where there is none.

    Raises:
        CorpusError: a row or a column is wrong.
    """
    return tuple(
        Angle(
            code=row["code"],
            cues=_split(row["cues"]),
            aspects=_split(row["aspects"]),
            conditions=_split(row["conditions"]),
            mechanisms=_split(row["mechanisms"]),
            measures=_split(row["measures"]),
            targets=_split(row["targets"]),
        )
        for _, row in _read_rows(folder / "angles.csv", _ANGLE_COLUMNS)
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("、")))


def _load_categories(path: Path) -> tuple[Category, ...]:
    return tuple(
        Category(code=row["code"], level=_read_number(row["level"], path, line), name=row["name"], parent=row["parent"])
        for line, row in _read_rows(path, _CATEGORY_COLUMNS)
    )


def _read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line of each row, counted from 1, and its cells."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != columns:
            raise CorpusError(f"表头应当是“{','.join(columns)}”。", where=f"{path.parent.name}/{path.name}:1")
        for row in reader:
            if None in row or None in row.values():
                raise CorpusError(
                    f"这一行应当有 {len(columns)} 格。", where=f"{path.parent.name}/{path.name}:{reader.line_num}"
                )
            yield reader.line_num, row


def _read_number(text: str, path: Path, line: int) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise CorpusError(f"“{text}”不是整数。", where=f"{path.parent.name}/{path.name}:{line}") from error
