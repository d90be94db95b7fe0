"""A proposal's units, persons, money, time and subprojects; each reader is asked with `subject.recall(reader)`."""

import re
from dataclasses import dataclass

from assistant.checks.parsing.proposals.money import Money, read_money
from assistant.checks.parsing.proposals.period import Period, read_period
from assistant.checks.parsing.proposals.persons import Person, list_persons
from assistant.checks.parsing.proposals.same_units import UnitNames
from assistant.checks.parsing.proposals.tasks import Tasks, read_tasks
from assistant.checks.parsing.proposals.units import Unit, find_total, list_units
from assistant.checks.subject import Subject
from assistant.domain.draft import Field
from assistant.text import bare


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The units of a proposal."""

    lead: tuple[Unit, ...]
    """Usually one."""
    chinese: tuple[Unit, ...]
    """Lead first, then the participants on the mainland, each once."""
    foreign: tuple[Unit, ...]
    """Those from abroad and from Hong Kong, Macao and Taiwan."""
    subsidiaries: tuple[Unit, ...]
    """Listed among the foreign partners, yet Chinese subsidiaries of foreign firms or plainly Chinese."""
    stated: int | None
    """Number of Chinese units that the text states; None where it states none."""
    listed: bool
    """True where the draft lists participants, or says that there are none."""

    @property
    def all(self) -> tuple[Unit, ...]:
        """Every unit."""
        return (*self.chinese, *self.subsidiaries, *self.foreign)


def read_units(subject: Subject) -> Units:
    """Return the units of the proposal."""
    lead = list_units(subject.lines_as("lead"))
    listed = list_units(subject.lines_as("units"))
    partners = list_units(subject.lines_as("partners"), abroad=True)
    text = subject.text_as("units") or (subject.text_as("lead") if len(lead) > 1 else "")
    names = UnitNames()
    home = [unit for unit in (*lead, *listed) if not unit.is_foreign and names.add(unit.name)]
    foreign = {bare(unit.name): unit for unit in (*partners, *listed) if unit.is_foreign}
    return Units(
        lead=tuple(lead),
        chinese=tuple(home),
        foreign=tuple(foreign.values()),
        subsidiaries=tuple(unit for unit in partners if not unit.is_foreign),
        stated=find_total(text, abroad=False),
        listed=bool(text.strip()),
    )


def read_leaders(subject: Subject) -> list[Person]:
    """Return the persons that the leader's field names; one, where it is filled in as it should be."""
    return list_persons(subject.lines_as("leader"))


def read_members(subject: Subject) -> list[Person]:
    """Return the members that the draft names."""
    return list_persons(subject.lines_as("members"))


def read_budget(subject: Subject) -> Money:
    """Return what the draft says of money."""
    fields = [one for label in subject.labels_as("budget") for one in subject.fields(label) if one.text.strip()]
    return read_money("\n".join(_keep_label(one) for one in fields))


def _keep_label(field: Field) -> str:
    """An item of its own for one fund (国拨经费：800万元) tells by its label what the amount is for."""
    general = re.search(r"预算|概算|来源|^(?:项目|课题)?经费$|安排|情况", field.printed_label) or "\n" in field.text
    return field.text if general else f"{field.printed_label}：{field.text}"


def read_duration(subject: Subject) -> Period:
    """Return the period of the project."""
    return read_period(subject.text_as("period"))


def read_subprojects(subject: Subject) -> Tasks:
    """Return the subprojects of the project."""
    return read_tasks(subject.text_as("tasks"))
