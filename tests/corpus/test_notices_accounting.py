"""Every character of every shipped notice is in exactly one part, and every part can be addressed."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.notice import Span
from assistant.domain.programme import Programme
from assistant.library.accounting import account_for
from assistant.library.programmes import load_catalogue
from assistant.text import squash

PROGRAMMES = load_catalogue().programmes
every_programme = pytest.mark.parametrize("programme", PROGRAMMES, ids=[programme.id for programme in PROGRAMMES])


def test_the_corpus_holds_the_four_documents_and_the_twelve_guides():
    assert [programme.id for programme in PROGRAMMES] == [
        "cast-2022",
        "cast-2023",
        *(f"nkrd-2021-{number:02d}" for number in range(1, 13)),
        "pioneer-2020",
        "sticoop-2022",
    ]


@every_programme
def test_no_character_is_lost_or_counted_twice(programme: Programme):
    account = account_for(programme)
    assert account.violations == ()
    assert account.clause_characters + account.direction_characters + account.furniture_characters == account.characters


@every_programme
def test_paths_are_unique_and_parents_stand_before_their_children(programme: Programme):
    seen: dict[str, Span] = {}
    for clause in programme.notice.clauses:
        assert clause.path not in seen
        assert clause.parent is None or seen[clause.parent].contains(clause.span)
        seen[clause.path] = clause.span


@every_programme
def test_what_the_head_states_stands_in_the_notice(programme: Programme):
    info, text = programme.info, squash(programme.notice.text)
    stated = [info.issuer, info.document_no or "", *(_print(day) for day in (info.issued_on, info.deadline))]
    assert [fact for fact in stated if squash(fact) not in text] == []


@every_programme
def test_the_title_is_that_of_the_notice(programme: Programme):
    text = squash(programme.notice.text)
    if programme.info.number:
        assert f"“{programme.info.short_title}”重点专项" in text[:200]
        assert programme.info.short_title in programme.info.title
    else:
        assert programme.info.title in text


def _print(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def test_the_account_names_lost_doubled_and_altered_text():
    programme = next(programme for programme in PROGRAMMES if programme.id == "cast-2023")
    clauses = programme.notice.clauses
    short = replace(programme, notice=replace(programme.notice, clauses=clauses[:-1]))
    assert [(item.kind, item.text[:7]) for item in account_for(short).violations] == [("lost", "中国科协办公厅")]
    double = replace(programme, notice=replace(programme.notice, clauses=(*clauses, clauses[-1])))
    assert {item.kind for item in account_for(double).violations} == {"doubled"}


def test_the_account_names_what_a_direction_adds_or_takes_from_elsewhere():
    programme = next(programme for programme in PROGRAMMES if programme.directions)
    first, *others = programme.directions
    title, section, *rest = first.sections
    invented = replace(first, sections=(title, replace(section, text=f"{section.text}并建成世界第一。"), *rest))
    account = account_for(replace(programme, directions=(invented, *others)))
    assert [(item.kind, item.where) for item in account.violations] == [("altered", f"{first.number} {section.label}")]
    narrow = replace(first, span=Span(first.span.start, section.pieces[-1].end - 1))
    kinds = {item.kind for item in account_for(replace(programme, directions=(narrow, *others))).violations}
    assert kinds == {"misplaced"}
