"""Kind `question`: a title asks a question, and one only."""

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude, shorten
from assistant.checks.parsing.titles import list_titles
from assistant.checks.subject import Subject
from assistant.domain.kinds.titles import QuestionRule
from assistant.question import is_question, list_questions


def judge(rule: QuestionRule, subject: Subject) -> Judgement:
    """Judge every title."""
    titles = list_titles(rule, subject)
    if not titles:
        return Silent()
    if rule.most is None:
        return conclude([_build_form_flaw(subject, label, title) for label, title in titles if not is_question(title)])
    flaws: list[Flaw] = []
    for label, title in titles:
        questions = list_questions(title)
        if len(questions) > rule.most:
            flaws.append(
                Flaw(
                    where=subject.place(label, title),
                    evidence="；".join(questions),
                    measured=len(questions),
                    allowed=f"{rule.most}个",
                )
            )
    return conclude(flaws)


def _build_form_flaw(subject: Subject, label: str, title: str) -> Flaw:
    return Flaw(
        where=subject.place(label, title),
        evidence=shorten(title, 80),
        detail="没有起作用的疑问词",
        allowed="以问句形式提出",
    )
