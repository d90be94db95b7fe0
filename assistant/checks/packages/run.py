"""A package against the rules on several drafts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.checks.findings import RANK, build_finding, name_version
from assistant.checks.packages.bundle import Bundle, Member
from assistant.checks.packages.judging import judge_bundle
from assistant.checks.report import decide_package
from assistant.domain.finding import OpenItem, Package, PackageFile, Verdict
from assistant.domain.kinds.base import BatchRuleBase
from assistant.domain.rule import BatchRule, Rule

_SCAN = "house.batch.scan"
_SCAN_QUESTION = "“{file}”是扫描件，算作已提交，但没有读取：请人工确认内容、签字和盖章。"


def check_package(
    members: Sequence[Member], rules: Mapping[str, Sequence[Rule]], verdicts: Iterable[Verdict]
) -> Package:
    """Judge files together.

    Args:
        members: all files of the package.
        rules: for each programme that a draft of the package belongs to, by its id, the rules. A rule with a clause is
            applied to the drafts of its programme, a house rule once to all.
        verdicts: those of the files, each for itself.
    """
    whole = Bundle(tuple(members))
    applied = list(_list_applied(rules))
    said = [(rule, judge_bundle(rule, _restrict(whole, programme))) for rule, programme in applied]
    found = [build_finding(rule, flaw) for rule, what in said for flaw in what.flaws]
    findings = sorted(found, key=lambda one: RANK[one.severity])
    unknown = [OpenItem(rule=rule.id, question=one) for rule, what in said for one in what.questions]
    scans = [OpenItem(rule=_SCAN, question=_SCAN_QUESTION.format(file=one.name)) for one in whole.scans()]
    return Package(
        verdict=decide_package(findings, (*unknown, *scans), verdicts),
        files=tuple(PackageFile(file=one.file, role=one.role) for one in members),
        missing=tuple(name for _, what in said for name in what.missing),
        findings=tuple(findings),
        passed=tuple(rule.id for rule, what in said if what.applies and not what.flaws and not what.questions),
        unknown=(*unknown, *scans),
        rules_version=name_version([rule for rule, _ in applied]),
    )


def _list_applied(rules: Mapping[str, Sequence[Rule]]) -> Iterator[tuple[BatchRule, str | None]]:
    """Yield the rules on several drafts with the programme whose drafts each is applied to; None for all drafts."""
    seen: set[str] = set()
    for programme, held in rules.items():
        for rule in held:
            if isinstance(rule, BatchRuleBase) and (rule.sources or rule.id not in seen):
                seen.add(rule.id)
                yield rule, programme if rule.sources else None


def _restrict(bundle: Bundle, programme: str | None) -> Bundle:
    """Return the drafts of a programme, with the files that may belong to any."""
    if programme is None:
        return bundle
    return Bundle(
        tuple(one for one in bundle.members if one.subject is None or one.subject.context.info.id == programme)
    )
