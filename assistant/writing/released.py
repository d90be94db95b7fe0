"""Released problems near a title or a query."""

import re
from collections.abc import Iterable

from assistant.domain.catalogue import Catalogue, ReleasedProblem
from assistant.domain.title import ProblemsResult, SimilarProblem
from assistant.errors import InputError
from assistant.text import bare, bigrams, dice

_SHOWN = 20
_LEAST = 0.34
"""Share of the query's bigrams that a problem must hold to be found."""
_FIRST_COMPLETE, _LAST_COMPLETE = 2018, 2021
"""Source: cast-2022 attachment 4 holds the lists of these years whole."""


def search_released(query: str, catalogue: Catalogue) -> ProblemsResult:
    """Return released problems about a query, the nearest first.

    Args:
        query: words, parted by spaces or marks where there are several, or a whole title.
        catalogue: holds the problems.

    Raises:
        InputError: the query holds no letter.
    """
    if not bare(query):
        raise InputError("没有给出要查的内容。", hint="请写出关键词或题目。")
    near = _list_near(query, catalogue.released) or _list_near(_part(query), catalogue.released)
    return ProblemsResult(query=query, problems=tuple(_show(query, one) for one in near), note=note_on(catalogue))


def find_similar(title: str, released: Iterable[ReleasedProblem], count: int) -> list[SimilarProblem]:
    """Return the `count` problems nearest to a title, those that share nothing left out."""
    near = sorted((_show(title, one) for one in released), key=lambda one: -one.similarity)
    return [one for one in near[:count] if one.similarity > 0]


def _list_near(query: str, released: Iterable[ReleasedProblem]) -> list[ReleasedProblem]:
    ranked = sorted(((_rank(query, one), one) for one in released), key=lambda item: (-item[0], -item[1].year))
    return [one for rank, one in ranked if rank][:_SHOWN]


def _part(query: str) -> str:
    """Return the query with words of four characters parted in the middle, where two words are run together mostly."""
    return re.sub(r"(?<![一-鿿])([一-鿿]{2})([一-鿿]{2})(?![一-鿿])", r"\1 \2", query)


def _rank(query: str, problem: ReleasedProblem) -> float:
    """Return how much of the query the problem holds, 0 to 1, and a little for likeness of the whole."""
    words = [bare(word) for word in re.split(r"[\s，,、；;]+", query) if bare(word)]
    title = bare(f"{problem.title}{problem.field}")
    held = sum(_share(word, title) for word in words) / len(words)
    return held + dice(query, problem.title) / 10 if held >= _LEAST else 0.0


def _share(word: str, title: str) -> float:
    if word in title:
        return 1.0
    own = bigrams(word)
    return len(own & bigrams(title)) / len(own) if own else 0.0


def _show(query: str, problem: ReleasedProblem) -> SimilarProblem:
    return SimilarProblem(
        title=problem.title,
        year=problem.year,
        kind=problem.kind,
        similarity=round(dice(query, problem.title), 3),
        source=problem.source,
    )


def note_on(catalogue: Catalogue) -> str:
    """Return which years of the list are complete, in Chinese."""
    years = sorted({one.year for one in catalogue.released})
    later = "、".join(str(year) for year in years if year > _LAST_COMPLETE)
    complete = f"{_FIRST_COMPLETE}—{_LAST_COMPLETE}年的清单完整"
    return f"{complete}；{later}年只有报道中见到的一部分，查不到不等于没有发布过。" if later else f"{complete}。"
