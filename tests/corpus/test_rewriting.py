"""The same fact written in another way is judged the same, in every example and every case of every rule."""

from collections.abc import Iterator

import pytest

from assistant.checks.examples import expand
from tests.corpus.rewriting import REWRITES, Rewrite, rewrite_example
from tests.corpus.test_rules import PROGRAMMES, document_rules_of, judge_example
from tests.unit import checking, proposing, test_checks_cases, test_checks_cases_nkrd

Changed = tuple[str, dict[str, str]]
"""A rule, and an example that it judges otherwise."""


def list_changed_examples(rewrite: Rewrite) -> Iterator[Changed]:
    tried: set[tuple[str, str]] = set()
    for programme in PROGRAMMES:
        for rule in document_rules_of(programme):
            for example in (*rule.examples.passing, *rule.examples.failing):
                texts = {label: expand(text) for label, text in example.items()}
                rewritten = rewrite_example(texts, rewrite)
                if rewritten == texts or (rule.id, str(texts)) in tried:
                    continue  # guides share most of their rules
                tried.add((rule.id, str(texts)))
                before, after = judge_example(programme, rule, example), judge_example(programme, rule, {**rewritten})
                if type(before) is not type(after):
                    yield rule.id, rewritten


def list_changed_cases(rewrite: Rewrite) -> Iterator[Changed]:
    for case in test_checks_cases.read_cases():
        rewritten = rewrite_example(case.texts, rewrite)
        if rewritten != case.texts and checking.finds(case.rule, rewritten) is not case.finds:
            yield case.rule, rewritten
    for one in test_checks_cases_nkrd.read_cases():
        rewritten, guide = rewrite_example(one.texts, rewrite), one.direction.split("/")[0]
        if rewritten != one.texts and proposing.finds(one.rule, rewritten, guide, one.direction) is not one.finds:
            yield one.rule, rewritten


@pytest.mark.parametrize("name", REWRITES)
def test_no_example_is_judged_otherwise_in_other_writing(name: str):
    assert list(list_changed_examples(REWRITES[name])) == []


@pytest.mark.parametrize("name", REWRITES)
def test_no_case_is_judged_otherwise_in_other_writing(name: str):
    assert list(list_changed_cases(REWRITES[name])) == []


@pytest.mark.parametrize("name", REWRITES)
def test_each_way_of_writing_changes_texts_of_some_rules(name: str):
    texts = [text for case in test_checks_cases_nkrd.read_cases() for text in case.texts.values()]
    texts += [text for case in test_checks_cases.read_cases() for text in case.texts.values()]
    assert sum(REWRITES[name](text) != text for text in texts) > 1
