"""Proposals of a few fields under the shipped guides."""

from datetime import date
from functools import lru_cache

from assistant.checks.context import CheckContext
from assistant.checks.examples import build_draft
from assistant.checks.judgement import Found, Judgement
from assistant.checks.judging import judge
from assistant.checks.run import Outcome, check_draft
from assistant.checks.subject import Subject, build_subject
from assistant.domain.kinds.base import BatchRuleBase
from assistant.domain.programme import Programme
from assistant.library.locations import corpus_root
from assistant.library.programmes import load_programme

TODAY = date(2022, 3, 1)
STICOOP = "sticoop-2022"


@lru_cache
def guide(programme: str = STICOOP) -> Programme:
    return load_programme(corpus_root() / programme, corpus_root())


def context(programme: str = STICOOP, direction: str | None = None) -> CheckContext:
    whole = guide(programme)
    return CheckContext(
        info=whole.info,
        form=next(one for one in whole.forms if one.name == "proposal"),
        directions=whole.directions,
        direction=direction,
        clauses=whole.notice.clauses,
        notice=whole.notice.text,
        today=TODAY,
    )


def subject(texts: dict[str, str], programme: str = STICOOP, direction: str | None = None) -> Subject:
    return build_subject(build_draft("proposal", texts), context(programme, direction))


def apply(rule: str, texts: dict[str, str], programme: str = STICOOP, direction: str | None = None) -> Judgement:
    found = next(one for one in guide(programme).rules if one.id == rule)
    assert not isinstance(found, BatchRuleBase)
    return judge(found, subject(texts, programme, direction))


def finds(rule: str, texts: dict[str, str], programme: str = STICOOP, direction: str | None = None) -> bool:
    return isinstance(apply(rule, texts, programme, direction), Found)


def check(texts: dict[str, str], programme: str = STICOOP, direction: str | None = None) -> Outcome:
    return check_draft(build_draft("proposal", texts), guide(programme).rules, context(programme, direction))
