"""Which kind of rule is judged by which module; a kind without a case is an error of types.

A module is imported when a rule of its kind is judged: one form needs a third of them, and the patterns of the others
take longer to compile than a draft takes to be checked.
"""

from typing import assert_never

from assistant.checks.judgement import Judgement
from assistant.checks.subject import Subject
from assistant.domain import rule as kinds
from assistant.domain.rule import DocumentRule


def judge(rule: DocumentRule, subject: Subject) -> Judgement:  # noqa: C901, PLR0912, PLR0915 - one case a kind
    """Apply one rule."""
    match rule:
        case kinds.TemplateRule():
            from assistant.checks.kinds import template

            return template.judge(rule, subject)
        case kinds.OrderRule():
            from assistant.checks.kinds import order

            return order.judge(rule, subject)
        case kinds.PlaceholderRule():
            from assistant.checks.kinds import placeholder

            return placeholder.judge(rule, subject)
        case kinds.PresentRule():
            from assistant.checks.kinds import present

            return present.judge(rule, subject)
        case kinds.QuestionRule():
            from assistant.checks.kinds import question

            return question.judge(rule, subject)
        case kinds.NoveltyRule():
            from assistant.checks.kinds import novelty

            return novelty.judge(rule, subject)
        case kinds.BreadthRule():
            from assistant.checks.kinds import breadth

            return breadth.judge(rule, subject)
        case kinds.TranslationRule():
            from assistant.checks.kinds import translation

            return translation.judge(rule, subject)
        case kinds.ChoiceRule():
            from assistant.checks.kinds import choice

            return choice.judge(rule, subject)
        case kinds.PartsRule():
            from assistant.checks.kinds import parts

            return parts.judge(rule, subject)
        case kinds.FormatRule():
            from assistant.checks.kinds import formats

            return formats.judge(rule, subject)
        case kinds.CountRule():
            from assistant.checks.kinds import count

            return count.judge(rule, subject)
        case kinds.AgreementRule():
            from assistant.checks.kinds import agreement

            return agreement.judge(rule, subject)
        case kinds.DistinctRule():
            from assistant.checks.kinds import distinct

            return distinct.judge(rule, subject)
        case kinds.LengthRule():
            from assistant.checks.kinds import length

            return length.judge(rule, subject)
        case kinds.ShareRule():
            from assistant.checks.kinds import share

            return share.judge(rule, subject)
        case kinds.LanguageRule():
            from assistant.checks.kinds import language

            return language.judge(rule, subject)
        case kinds.DeadlineRule():
            from assistant.checks.kinds import deadline

            return deadline.judge(rule, subject)
        case kinds.ScheduleRule():
            from assistant.checks.kinds import schedule

            return schedule.judge(rule, subject)
        case kinds.OrganisationRule():
            from assistant.checks.kinds import organisation

            return organisation.judge(rule, subject)
        case kinds.RosterRule():
            from assistant.checks.kinds import roster

            return roster.judge(rule, subject)
        case kinds.CoverageRule():
            from assistant.checks.kinds import coverage

            return coverage.judge(rule, subject)
        case kinds.ActorRule():
            from assistant.checks.kinds import actor

            return actor.judge(rule, subject)
        case kinds.ForbiddenRule():
            from assistant.checks.kinds import forbidden

            return forbidden.judge(rule, subject)
        case kinds.ClassificationRule():
            from assistant.checks.kinds import classification

            return classification.judge(rule, subject)
        case kinds.ScaleRule():
            from assistant.checks.kinds import scale

            return scale.judge(rule, subject)
        case kinds.CommitmentRule():
            from assistant.checks.kinds import commitment

            return commitment.judge(rule, subject)
        case kinds.SealRule():
            from assistant.checks.kinds import seal

            return seal.judge(rule, subject)
        case kinds.AttachmentRule():
            from assistant.checks.kinds import attachment

            return attachment.judge(rule, subject)
        case kinds.ReadinessRule():
            from assistant.checks.kinds import readiness

            return readiness.judge(rule, subject)
        case kinds.SafeguardRule():
            from assistant.checks.kinds import safeguard

            return safeguard.judge(rule, subject)
        case kinds.LeadRule():
            from assistant.checks.kinds import lead

            return lead.judge(rule, subject)
        case kinds.RecommenderRule():
            from assistant.checks.kinds import recommender

            return recommender.judge(rule, subject)
        case kinds.JointRule():
            from assistant.checks.kinds import joint

            return joint.judge(rule, subject)
        case kinds.EndorsementRule():
            from assistant.checks.kinds import endorsement

            return endorsement.judge(rule, subject)
        case kinds.ConditionRule():
            from assistant.checks.kinds import condition

            return condition.judge(rule, subject)
        case kinds.SubprojectsRule():
            from assistant.checks.kinds import subprojects

            return subprojects.judge(rule, subject)
        case kinds.LeadersRule():
            from assistant.checks.kinds import leaders

            return leaders.judge(rule, subject)
        case kinds.YouthDirectionRule():
            from assistant.checks.kinds import youth_direction

            return youth_direction.judge(rule, subject)
        case kinds.YouthBudgetRule():
            from assistant.checks.kinds import youth_budget

            return youth_budget.judge(rule, subject)
        case kinds.YouthAgeRule():
            from assistant.checks.kinds import youth_age

            return youth_age.judge(rule, subject)
        case kinds.DemandsRule():
            from assistant.checks.kinds import demands

            return demands.judge(rule, subject)
        case kinds.DirectionRule():
            from assistant.checks.kinds import direction

            return direction.judge(rule, subject)
        case kinds.UnitsRule():
            from assistant.checks.kinds import units

            return units.judge(rule, subject)
        case kinds.DurationRule():
            from assistant.checks.kinds import duration

            return duration.judge(rule, subject)
        case kinds.RatioRule():
            from assistant.checks.kinds import ratio

            return ratio.judge(rule, subject)
        case kinds.UndividedRule():
            from assistant.checks.kinds import undivided

            return undivided.judge(rule, subject)
        case kinds.PartnersRule():
            from assistant.checks.kinds import partners

            return partners.judge(rule, subject)
        case kinds.PrerequisiteRule():
            from assistant.checks.kinds import prerequisite

            return prerequisite.judge(rule, subject)
        case kinds.SubjectRule():
            from assistant.checks.kinds import topic

            return topic.judge(rule, subject)
        case kinds.BirthRule():
            from assistant.checks.kinds import birth

            return birth.judge(rule, subject)
        case kinds.QualificationRule():
            from assistant.checks.kinds import qualification

            return qualification.judge(rule, subject)
        case kinds.AppointmentRule():
            from assistant.checks.kinds import appointment

            return appointment.judge(rule, subject)
        case kinds.OngoingRule():
            from assistant.checks.kinds import ongoing

            return ongoing.judge(rule, subject)
        case kinds.DisclosureRule():
            from assistant.checks.kinds import disclosure

            return disclosure.judge(rule, subject)
        case kinds.OfficeRule():
            from assistant.checks.kinds import office

            return office.judge(rule, subject)
        case kinds.EligibleRule():
            from assistant.checks.kinds import eligible

            return eligible.judge(rule, subject)
        case kinds.RegisteredRule():
            from assistant.checks.kinds import registered

            return registered.judge(rule, subject)
        case kinds.RecommendersRule():
            from assistant.checks.kinds import recommenders

            return recommenders.judge(rule, subject)
        case kinds.FilledRule():
            from assistant.checks.kinds import filled

            return filled.judge(rule, subject)
        case kinds.AttestRule():
            from assistant.checks.kinds import attest

            return attest.judge(rule, subject)
        case _:
            assert_never(rule)
