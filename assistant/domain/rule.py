"""Rules as data: what a draft must keep, on which clause, with examples. The kinds are closed."""

from typing import Annotated

from pydantic import ConfigDict, Field

from assistant.domain.kinds.amounts import AgreementRule, CountRule, DistinctRule, LanguageRule, LengthRule, ShareRule
from assistant.domain.kinds.applicants import (
    AppointmentRule,
    BirthRule,
    DisclosureRule,
    EligibleRule,
    FilledRule,
    OfficeRule,
    OngoingRule,
    QualificationRule,
    RecommendersRule,
    RegisteredRule,
)
from assistant.domain.kinds.batch import (
    CounterpartRule,
    DuplicateRule,
    FilesRule,
    ParticipationRule,
    SameRule,
    TallyRule,
)
from assistant.domain.kinds.conditions import (
    ConditionRule,
    EndorsementRule,
    JointRule,
    LeadersRule,
    LeadRule,
    RecommenderRule,
    SafeguardRule,
    SubprojectsRule,
    YouthAgeRule,
    YouthBudgetRule,
    YouthDirectionRule,
)
from assistant.domain.kinds.content import AttestRule, CoverageRule, ForbiddenRule
from assistant.domain.kinds.declarations import (
    AttachmentRule,
    ClassificationRule,
    CommitmentRule,
    ReadinessRule,
    ScaleRule,
    SealRule,
)
from assistant.domain.kinds.demands import DemandsRule
from assistant.domain.kinds.layout import (
    ChoiceRule,
    FormatRule,
    OrderRule,
    PartsRule,
    PlaceholderRule,
    PresentRule,
    TemplateRule,
)
from assistant.domain.kinds.procedure import ActorRule, DeadlineRule, OrganisationRule, RosterRule, ScheduleRule
from assistant.domain.kinds.proposals import (
    DirectionRule,
    DurationRule,
    PartnersRule,
    PrerequisiteRule,
    RatioRule,
    SubjectRule,
    UndividedRule,
    UnitsRule,
)
from assistant.domain.kinds.titles import BreadthRule, NoveltyRule, QuestionRule, TranslationRule
from assistant.domain.value import Value

DocumentRule = (
    TemplateRule
    | OrderRule
    | PlaceholderRule
    | PresentRule
    | ChoiceRule
    | PartsRule
    | FormatRule
    | QuestionRule
    | NoveltyRule
    | BreadthRule
    | TranslationRule
    | CountRule
    | AgreementRule
    | DistinctRule
    | LengthRule
    | ShareRule
    | LanguageRule
    | DeadlineRule
    | ScheduleRule
    | OrganisationRule
    | RosterRule
    | ActorRule
    | CoverageRule
    | ForbiddenRule
    | ClassificationRule
    | ScaleRule
    | CommitmentRule
    | SealRule
    | AttachmentRule
    | ReadinessRule
    | SafeguardRule
    | LeadRule
    | RecommenderRule
    | JointRule
    | EndorsementRule
    | ConditionRule
    | SubprojectsRule
    | LeadersRule
    | YouthDirectionRule
    | YouthBudgetRule
    | YouthAgeRule
    | AttestRule
    | DirectionRule
    | UnitsRule
    | DurationRule
    | RatioRule
    | UndividedRule
    | PartnersRule
    | PrerequisiteRule
    | SubjectRule
    | BirthRule
    | QualificationRule
    | AppointmentRule
    | OngoingRule
    | DisclosureRule
    | OfficeRule
    | EligibleRule
    | RegisteredRule
    | RecommendersRule
    | FilledRule
    | DemandsRule
)
"""Rules on one draft."""

BatchRule = FilesRule | CounterpartRule | SameRule | TallyRule | ParticipationRule | DuplicateRule
"""Rules on several drafts together."""

Rule = Annotated[DocumentRule | BatchRule, Field(discriminator="kind")]


class RuleSet(Value):
    """A `rules.yaml`."""

    model_config = ConfigDict(defer_build=True)

    extends: tuple[str, ...] = ()
    """Names of other sets, as folders of the corpus."""
    docs: tuple[str, ...] = ()
    """Documents whose quotes a programme's rules may rest on, its own first; empty in a shared set."""
    borrowed: str | None = None
    """Reading added to rules that rest on another document than the programme's own."""
    rules: tuple[Rule, ...] = ()
