"""Every rule on several drafts proves itself: by its examples, and by passing examples broken mechanically."""

from datetime import date
from functools import lru_cache

import pytest

from assistant.checks.context import CheckContext
from assistant.checks.examples import expand
from assistant.checks.packages.examples import FORM, build_bundle
from assistant.checks.packages.judgement import Said
from assistant.checks.packages.judging import judge_bundle
from assistant.domain.kinds import batch as kinds
from assistant.domain.kinds.base import BatchExample, BatchRuleBase
from assistant.domain.rule import BatchRule
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from assistant.library.programmes import load_programme
from assistant.library.rules import load_rules

ROOT = corpus_root()
PROGRAMMES = tuple(
    sorted(path.parent.name for path in ROOT.glob("*/rules.yaml") if (path.parent / "programme.yaml").exists())
)


@lru_cache
def batch_rules_of(programme: str) -> tuple[BatchRule, ...]:
    return tuple(rule for rule in load_rules(ROOT / programme, ROOT) if isinstance(rule, BatchRuleBase))


@lru_cache
def context_of(programme: str, form: str, direction: str | None) -> CheckContext:
    loaded = load_programme(ROOT / programme, ROOT)
    return CheckContext(
        info=loaded.info,
        form=next(one for one in load_forms(ROOT / programme, ROOT) if one.name == form),
        directions=loaded.directions,
        direction=direction,
        today=date(2026, 1, 1),
    )


def judge_example(programme: str, rule: BatchRule, example: BatchExample) -> Said:
    return judge_bundle(rule, build_bundle(example, lambda form, direction: context_of(programme, form, direction)))


def fits(programme: str, example: BatchExample) -> bool:
    """A shared rule's examples are tried in the programmes that have their forms."""
    names = {form.name for form in load_forms(ROOT / programme, ROOT)}
    return {expand(one[FORM]) for one in example if FORM in one} <= names


ALL = [
    pytest.param(programme, rule, id=f"{programme}:{rule.id}")
    for programme in PROGRAMMES
    for rule in batch_rules_of(programme)
]


@pytest.mark.parametrize(("programme", "rule"), ALL)
def test_passing_examples_give_no_finding(programme: str, rule: BatchRule):
    for example in rule.examples.passing:
        if fits(programme, example):
            assert judge_example(programme, rule, example).flaws == (), example


@pytest.mark.parametrize(("programme", "rule"), ALL)
def test_failing_examples_give_a_finding(programme: str, rule: BatchRule):
    for example in rule.examples.failing:
        if fits(programme, example):
            assert judge_example(programme, rule, example).flaws, example


def test_the_examples_of_every_rule_are_tried_in_some_programme():
    tried = {rule.id for name in PROGRAMMES for rule in batch_rules_of(name) if fits(name, rule.examples.failing[0])}

    assert tried == {rule.id for name in PROGRAMMES for rule in batch_rules_of(name)}


def break_example(rule: BatchRule, example: BatchExample) -> list[BatchExample]:
    """Return the example broken in the ways that its kind must notice."""
    match rule:
        case kinds.FilesRule():
            forms = {need.form for need in rule.needs if not need.asked}
            return [
                (*example[:place], *example[place + 1 :])
                for place, one in enumerate(example)
                if one.get(FORM) in forms and not any("@scan" in other for other in example)
            ]
        case kinds.TallyRule() if rule.most is not None:
            return [(*example, *[example[0]] * rule.most)]
        case kinds.TallyRule():
            return [example[:-1]]
        case kinds.ParticipationRule():
            return [(*example, example[0])]
        case kinds.DuplicateRule():
            return [(*example, example[0])]
        case kinds.SameRule():
            return [(*example, {**example[0], rule.field: "另一家学会"})]
        case kinds.CounterpartRule() if rule.same == "title":
            label = next(iter(rule.titles.values()))
            return [({**example[0], label: f"{expand(example[0][label])}（修改稿）"}, *example[1:])]
        case kinds.CounterpartRule():
            return [({**example[0], rule.group_field or "": rule.groups[-1]}, *example[1:])]


BREAKABLE = [
    pytest.param(programme, rule, broken, id=f"{programme}:{rule.id}:{place}")
    for programme in PROGRAMMES
    for rule in batch_rules_of(programme)
    for place, broken in enumerate(one for example in rule.examples.passing for one in break_example(rule, example))
    if fits(programme, broken)
]


@pytest.mark.parametrize(("programme", "rule", "broken"), BREAKABLE)
def test_a_passing_example_that_is_broken_gives_a_finding(programme: str, rule: BatchRule, broken: BatchExample):
    assert judge_example(programme, rule, broken).flaws, broken


def test_breaking_reaches_every_rule():
    assert {str(param.id).split(":")[1] for param in BREAKABLE} == {
        rule.id for name in PROGRAMMES for rule in batch_rules_of(name)
    }
