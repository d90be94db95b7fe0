"""Which kind of rule is judged by which module; a kind without a case is an error of types."""

from typing import assert_never

from assistant.checks.judgement import Judgement
from assistant.checks.kinds import (
    actor,
    agreement,
    attachment,
    attest,
    breadth,
    choice,
    classification,
    commitment,
    condition,
    count,
    coverage,
    deadline,
    demands,
    direction,
    distinct,
    endorsement,
    forbidden,
    formats,
    joint,
    language,
    lead,
    leaders,
    length,
    novelty,
    order,
    organisation,
    parts,
    placeholder,
    present,
    question,
    readiness,
    recommender,
    roster,
    safeguard,
    scale,
    schedule,
    seal,
    share,
    subprojects,
    template,
    translation,
    youth_age,
    youth_budget,
    youth_direction,
)  # fmt: skip
from assistant.checks.subject import Subject
from assistant.domain import rule as kinds
from assistant.domain.rule import Rule


def judge(rule: Rule, subject: Subject) -> Judgement:  # noqa: C901, PLR0912 - one case a kind
    """Apply one rule."""
    match rule:
        case kinds.TemplateRule():
            return template.judge(rule, subject)
        case kinds.OrderRule():
            return order.judge(rule, subject)
        case kinds.PlaceholderRule():
            return placeholder.judge(rule, subject)
        case kinds.PresentRule():
            return present.judge(rule, subject)
        case kinds.QuestionRule():
            return question.judge(rule, subject)
        case kinds.NoveltyRule():
            return novelty.judge(rule, subject)
        case kinds.BreadthRule():
            return breadth.judge(rule, subject)
        case kinds.TranslationRule():
            return translation.judge(rule, subject)
        case kinds.ChoiceRule():
            return choice.judge(rule, subject)
        case kinds.PartsRule():
            return parts.judge(rule, subject)
        case kinds.FormatRule():
            return formats.judge(rule, subject)
        case kinds.CountRule():
            return count.judge(rule, subject)
        case kinds.AgreementRule():
            return agreement.judge(rule, subject)
        case kinds.DistinctRule():
            return distinct.judge(rule, subject)
        case kinds.LengthRule():
            return length.judge(rule, subject)
        case kinds.ShareRule():
            return share.judge(rule, subject)
        case kinds.LanguageRule():
            return language.judge(rule, subject)
        case kinds.DeadlineRule():
            return deadline.judge(rule, subject)
        case kinds.ScheduleRule():
            return schedule.judge(rule, subject)
        case kinds.OrganisationRule():
            return organisation.judge(rule, subject)
        case kinds.RosterRule():
            return roster.judge(rule, subject)
        case kinds.CoverageRule():
            return coverage.judge(rule, subject)
        case kinds.ActorRule():
            return actor.judge(rule, subject)
        case kinds.ForbiddenRule():
            return forbidden.judge(rule, subject)
        case kinds.ClassificationRule():
            return classification.judge(rule, subject)
        case kinds.ScaleRule():
            return scale.judge(rule, subject)
        case kinds.CommitmentRule():
            return commitment.judge(rule, subject)
        case kinds.SealRule():
            return seal.judge(rule, subject)
        case kinds.AttachmentRule():
            return attachment.judge(rule, subject)
        case kinds.ReadinessRule():
            return readiness.judge(rule, subject)
        case kinds.SafeguardRule():
            return safeguard.judge(rule, subject)
        case kinds.LeadRule():
            return lead.judge(rule, subject)
        case kinds.RecommenderRule():
            return recommender.judge(rule, subject)
        case kinds.JointRule():
            return joint.judge(rule, subject)
        case kinds.EndorsementRule():
            return endorsement.judge(rule, subject)
        case kinds.ConditionRule():
            return condition.judge(rule, subject)
        case kinds.SubprojectsRule():
            return subprojects.judge(rule, subject)
        case kinds.LeadersRule():
            return leaders.judge(rule, subject)
        case kinds.YouthDirectionRule():
            return youth_direction.judge(rule, subject)
        case kinds.YouthBudgetRule():
            return youth_budget.judge(rule, subject)
        case kinds.YouthAgeRule():
            return youth_age.judge(rule, subject)
        case kinds.DemandsRule():
            return demands.judge(rule, subject)
        case kinds.DirectionRule():
            return direction.judge(rule, subject)
        case kinds.AttestRule():
            return attest.judge(rule, subject)
        case _:
            assert_never(rule)
