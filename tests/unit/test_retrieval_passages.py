from collections import Counter

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import Passage
from assistant.library.programmes import load_catalogue
from assistant.retrieval.facets import find_facets
from assistant.retrieval.passages import build_passages, searched_text
from assistant.retrieval.windows import QUOTE_LIMIT
from assistant.text import find_quote, squash, tokenise


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def passages(catalogue: Catalogue) -> tuple[Passage, ...]:
    return build_passages(catalogue)


def test_every_passage_of_a_notice_is_an_exact_part_of_it(catalogue: Catalogue, passages: tuple[Passage, ...]):
    texts = {programme.id: programme.notice.text for programme in catalogue.programmes}
    for passage in passages:
        if passage.kind != "released_problem":
            text = texts[passage.programme]
            assert squash(passage.span.slice(text)) == squash(passage.text), passage.id
            assert find_quote(text, passage.text, passage.span.start, passage.span.end), passage.id


def test_every_passage_can_be_quoted_whole(passages: tuple[Passage, ...]):
    assert max(len(passage.text) for passage in passages) <= QUOTE_LIMIT
    assert all(passage.text.strip() for passage in passages)


def test_ids_are_unique_and_every_direction_and_released_problem_is_there(
    catalogue: Catalogue, passages: tuple[Passage, ...]
):
    assert len({passage.id for passage in passages}) == len(passages)
    counts = Counter(passage.kind for passage in passages)
    assert counts["direction"] == sum(len(programme.directions) for programme in catalogue.programmes) == 261
    assert counts["released_problem"] == len(catalogue.released)


def test_no_character_of_a_clause_or_section_is_lost(catalogue: Catalogue, passages: tuple[Passage, ...]):
    for programme in catalogue.programmes:
        own = [passage for passage in passages if passage.kind == "clause" and passage.programme == programme.id]
        pieces = [piece for clause in programme.notice.clauses for piece in clause.pieces]
        pieces += [piece for one in programme.directions for section in one.sections for piece in section.pieces]
        held = sum(len(squash(piece.slice(programme.notice.text))) for piece in pieces)
        assert sum(len(squash(passage.text)) for passage in own) == held, programme.id


def test_expansions_are_searched_and_never_part_of_the_text(catalogue: Catalogue, passages: tuple[Passage, ...]):
    shown = {passage.id: squash(passage.text) for passage in passages if passage.kind == "direction"}
    searched = {passage.id: passage.searched for passage in passages if passage.kind == "direction"}
    for programme in catalogue.programmes:
        for direction in programme.directions:
            for phrase in programme.expansion_of(direction).phrases:
                assert phrase in searched[direction.id]
                assert squash(phrase) not in shown[direction.id] or phrase in programme.notice.text


def test_no_token_reaches_from_one_part_of_a_passage_into_the_next(passages: tuple[Passage, ...]):
    passage = next(one for one in passages if one.kind == "direction")
    apart = {token for part in (passage.heading, passage.text, passage.searched) for token in tokenise(part)}
    assert set(tokenise(searched_text(passage))) == apart


def test_a_date_brings_the_words_that_ask_for_it():
    assert "截止" in find_facets("自通知印发之日起，至2023年4月\n20日止。")
    assert find_facets("面向世界科技前沿。") == ""
