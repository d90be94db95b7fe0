"""A package against the rules on several drafts."""

from collections.abc import Iterable, Sequence

from assistant.checks.findings import RANK, build_finding, name_version
from assistant.checks.packages.bundle import Bundle, Member
from assistant.checks.packages.judging import judge_bundle
from assistant.checks.report import decide_package
from assistant.domain.finding import OpenItem, Package, PackageFile, Verdict
from assistant.domain.kinds.base import BatchRuleBase
from assistant.domain.rule import Rule

_SCAN = "house.batch.scan"
_SCAN_QUESTION = "“{file}”是扫描件，算作已提交，但没有读取：请人工确认内容、签字和盖章。"


def check_package(members: Sequence[Member], rules: Sequence[tuple[Rule, ...]], verdicts: Iterable[Verdict]) -> Package:
    """Judge files together.

    Args:
        members: all files of the package.
        rules: for each programme that a draft of the package belongs to, its rules; a rule is applied once.
        verdicts: those of the files, each for itself.
    """
    bundle = Bundle(tuple(members))
    applied = list({rule.id: rule for some in rules for rule in some if isinstance(rule, BatchRuleBase)}.values())
    said = [(rule, judge_bundle(rule, bundle)) for rule in applied]
    found = [build_finding(rule, flaw) for rule, what in said for flaw in what.flaws]
    findings = sorted(found, key=lambda one: RANK[one.severity])
    unknown = [OpenItem(rule=rule.id, question=one) for rule, what in said for one in what.questions]
    scans = [OpenItem(rule=_SCAN, question=_SCAN_QUESTION.format(file=one.name)) for one in bundle.scans()]
    return Package(
        verdict=decide_package(findings, (*unknown, *scans), verdicts),
        files=tuple(PackageFile(file=one.file, role=one.role) for one in members),
        missing=tuple(name for _, what in said for name in what.missing),
        findings=tuple(findings),
        passed=tuple(rule.id for rule, what in said if what.applies and not what.flaws and not what.questions),
        unknown=(*unknown, *scans),
        rules_version=name_version(applied),
    )
