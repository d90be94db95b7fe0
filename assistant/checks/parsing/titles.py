"""The titles that a rule judges."""

from assistant.checks.parsing.listing import list_problems
from assistant.checks.subject import Subject
from assistant.domain.kinds.titles import NoveltyRule, QuestionRule


def list_titles(rule: QuestionRule | NoveltyRule, subject: Subject) -> list[tuple[str, str]]:
    """Return (label, title) of each Chinese title, in order; blank ones are left to the rules that ask for them."""
    single = [(label, " ".join(subject.text(label).split("\n"))) for label in subject.labels(rule.titles)]
    listed = [
        (label, problem.title)
        for label in subject.labels(rule.lists)
        for problem in list_problems(subject.text(label), rule.groups)[0]
    ]
    return [(label, title) for label, title in (*single, *listed) if any("\u4e00" <= one <= "\u9fff" for one in title)]
