"""Kind `readiness`: the grade declared is high enough, and the text tells of a validation that has been done."""

from assistant.checks.judgement import Flaw, Judgement, Silent, conclude, shorten
from assistant.checks.parsing.elements import holds
from assistant.checks.parsing.grades import find_grade
from assistant.checks.subject import Subject
from assistant.domain.kinds.declarations import ReadinessRule
from assistant.text import bare


def judge(rule: ReadinessRule, subject: Subject) -> Judgement:
    """A grade that is no number is another rule's; the text is judged all the same."""
    prose = subject.labels(rule.fields)
    text = "\n".join(subject.text(label) for label in prose)
    graded = next((label for label in subject.labels(rule.grade) if bare(subject.text(label))), None)
    grade = find_grade(subject.text(graded)) if graded else None
    flaws: list[Flaw] = []
    if graded and grade is not None and grade < rule.least:
        flaws.append(
            Flaw(
                where=subject.place(graded),
                evidence=shorten(subject.text(graded)),
                detail=f"“{graded}”为{grade:g}",
                measured=grade,
                allowed=f"不低于{rule.least:g}",
            )
        )
    elif bare(text) and not holds(rule.proof, text):
        flaws.append(
            Flaw(
                where=subject.place(prose[0]),
                evidence=shorten(text),
                detail=f"没有写到{rule.proof.name}",
                measured=grade,
            )
        )
    return conclude(flaws) if graded or bare(text) else Silent()
