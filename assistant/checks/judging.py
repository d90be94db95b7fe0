"""Which kind of rule is judged by which module; a kind without a case is an error of types."""

from typing import assert_never

from assistant.checks.judgement import Judgement
from assistant.checks.kinds import (
    actor,
    agreement,
    appointment,
    attachment,
    attest,
    birth,
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
    disclosure,
    distinct,
    duration,
    eligible,
    endorsement,
    filled,
    forbidden,
    formats,
    joint,
    language,
    lead,
    leaders,
    length,
    novelty,
    office,
    ongoing,
    order,
    organisation,
    partners,
    parts,
    placeholder,
    prerequisite,
    present,
    qualification,
    question,
    ratio,
    readiness,
    recommender,
    recommenders,
    registered,
    roster,
    safeguard,
    scale,
    schedule,
    seal,
    share,
    subprojects,
    template,
    topic,
    translation,
    undivided,
    units,
    youth_age,
    youth_budget,
    youth_direction,
)  # fmt: skip
from assistant.checks.subject import Subject
from assistant.domain import rule as kinds
from assistant.domain.rule import DocumentRule


def judge(rule: DocumentRule, subject: Subject) -> Judgement:  # noqa: C901, PLR0912, PLR0915 - one case a kind
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
        case kinds.UnitsRule():
            return units.judge(rule, subject)
        case kinds.DurationRule():
            return duration.judge(rule, subject)
        case kinds.RatioRule():
            return ratio.judge(rule, subject)
        case kinds.UndividedRule():
            return undivided.judge(rule, subject)
        case kinds.PartnersRule():
            return partners.judge(rule, subject)
        case kinds.PrerequisiteRule():
            return prerequisite.judge(rule, subject)
        case kinds.SubjectRule():
            return topic.judge(rule, subject)
        case kinds.BirthRule():
            return birth.judge(rule, subject)
        case kinds.QualificationRule():
            return qualification.judge(rule, subject)
        case kinds.AppointmentRule():
            return appointment.judge(rule, subject)
        case kinds.OngoingRule():
            return ongoing.judge(rule, subject)
        case kinds.DisclosureRule():
            return disclosure.judge(rule, subject)
        case kinds.OfficeRule():
            return office.judge(rule, subject)
        case kinds.EligibleRule():
            return eligible.judge(rule, subject)
        case kinds.RegisteredRule():
            return registered.judge(rule, subject)
        case kinds.RecommendersRule():
            return recommenders.judge(rule, subject)
        case kinds.FilledRule():
            return filled.judge(rule, subject)
        case kinds.AttestRule():
            return attest.judge(rule, subject)
        case _:
            assert_never(rule)
