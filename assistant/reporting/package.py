"""A package in the words that every format shows: as one report more, in front of those of its files."""

from collections import Counter
from dataclasses import replace

from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Finding, Package, Report, Role
from assistant.reporting.printable import printable
from assistant.reporting.shown import ShownFinding, ShownReport, base_name, show_finding, show_report

PACKAGE_NAME = "整套材料"
_SHOWN = 5
"""Missing documents that the head names; each has a finding of its own besides."""
ROLES: dict[Role, str] = {
    "problem": "问题正文",
    "recommendation": "推荐表",
    "report": "推荐报告",
    "plan": "推荐方案",
    "pioneer": "先导技术推荐表",
    "proposal": "项目申报书",
    "scan": "扫描件",
    "other": "其他文件",
}


def show_package(package: Package, catalogue: Catalogue) -> ShownReport:
    """Return the package in words, as a report under the name 整套材料."""
    report = Report(
        file=PACKAGE_NAME,
        verdict=package.verdict,
        unknown=package.unknown,
        rules_version=package.rules_version,
    )
    shown = show_report(report, catalogue)
    names = {rule.id: rule.name for programme in catalogue.programmes for rule in programme.rules}
    return replace(
        shown,
        because=printable(_describe(package)),
        whole=True,
        findings=tuple(_show(one, catalogue) for one in package.findings),
        passed=tuple(names.get(rule, rule) for rule in package.passed),
    )


def _describe(package: Package) -> str:
    """Return what the package holds and what it lacks."""
    counted = Counter(one.role for one in package.files)
    held = "、".join(f"{name} {counted[role]}" for role, name in ROLES.items() if counted[role])
    more = f"等{len(package.missing)}份" if len(package.missing) > _SHOWN else ""
    missing = f"缺少：{'、'.join(package.missing[:_SHOWN])}{more}。" if package.missing else ""
    return f"共{len(package.files)}个文件：{held}。{missing}"


def _show(finding: Finding, catalogue: Catalogue) -> ShownFinding:
    """The place of a finding is the files that it is in."""
    shown = show_finding(finding, catalogue)
    files = "、".join(base_name(file) for file in finding.files)
    return replace(shown, place=files or PACKAGE_NAME)
