"""One rule of the shipped corpus applied to a draft of a few fields."""

from datetime import date
from functools import lru_cache

from assistant.checks.context import CheckContext
from assistant.checks.examples import build_draft
from assistant.checks.judgement import Found, Judgement
from assistant.checks.judging import judge
from assistant.checks.run import Outcome, check_draft
from assistant.checks.subject import build_subject
from assistant.domain.form import Form
from assistant.domain.kinds.base import BatchRuleBase
from assistant.domain.rule import Rule
from assistant.library.forms import load_forms
from assistant.library.heads import load_head
from assistant.library.locations import corpus_root
from assistant.library.rules import load_rules
from assistant.library.standards import load_disciplines, load_industries, load_released, load_terms

PROGRAMME = "cast-2022"
PIONEER = "pioneer-2020"


@lru_cache
def rules(programme: str = PROGRAMME) -> dict[str, Rule]:
    root = corpus_root()
    return {rule.id: rule for rule in load_rules(root / programme, root)}


@lru_cache
def forms(programme: str = PROGRAMME) -> tuple[Form, ...]:
    return load_forms(corpus_root() / programme, corpus_root())


@lru_cache
def context(form: str, programme: str = PROGRAMME) -> CheckContext:
    standards = corpus_root() / "standards"
    return CheckContext(
        info=load_head(corpus_root() / programme).info,
        form=next(one for one in forms(programme) if one.name == form),
        released=load_released(standards),
        disciplines=load_disciplines(standards),
        industries=load_industries(standards),
        terms=load_terms(standards),
        today=date(2022, 4, 1),
    )


def apply(rule: str, texts: dict[str, str]) -> Judgement:
    """Judge the texts as a draft of the rule's first form that has all their labels."""
    programme = PIONEER if rule in rules(PIONEER) and rule not in rules() else PROGRAMME
    chosen = rules(programme)[rule]
    assert not isinstance(chosen, BatchRuleBase)
    names = [form.name for form in forms(programme) if form.name in chosen.forms and _labels(form) >= set(texts)]
    return judge(chosen, build_subject(build_draft(names[0], texts), context(names[0], programme)))


def finds(rule: str, texts: dict[str, str]) -> bool:
    return isinstance(apply(rule, texts), Found)


def check(form: str, texts: dict[str, str]) -> Outcome:
    return check_draft(build_draft(form, texts), tuple(rules().values()), context(form))


def _labels(form: Form) -> set[str]:
    return {spec.label for spec in form.fields} | {""}
