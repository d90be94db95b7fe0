"""Invented reports for the tests of every format."""

from datetime import date
from functools import lru_cache

from assistant.domain.catalogue import Catalogue
from assistant.domain.draft import Location
from assistant.domain.finding import ErrorValue, Finding, OpenItem, Report, Source
from assistant.domain.notice import Notice
from assistant.domain.programme import Programme, ProgrammeInfo
from assistant.reporting.shown import ShownReport, show_report

TODAY = date(2023, 3, 1)
QUOTE = "每个推荐单位\n可推荐各3-5个"

FINDING = Finding(
    rule="cast.list.count",
    severity="error",
    basis="text",
    force="must",
    message="前沿科学问题列了6个。",
    where=Location(field="推荐列表", paragraph=2, start=0, end=4),
    evidence="共6个",
    measured=6,
    allowed="3至5个",
    source=Source(doc="call-2023", clause="三", quote=QUOTE),
    reading="按每类分别计。",
    suggestion="请减少到5个以内。",
)
HOUSE = Finding(
    rule="house.text.typo",
    severity="warning",
    basis="meaning",
    force="should",
    message="有一处像是错字。",
    where=Location(part="footnote", paragraph=4),
    evidence="的的",
)
REPORT = Report(
    file="稿件/甲.docx",
    programme="call-2023",
    form="problem",
    chosen_because="按标签识别为“撰写格式模板”。",
    verdict="fail",
    findings=(FINDING, HOUSE),
    passed=("cast.title.present",),
    unknown=(
        OpenItem(rule="cast.sign", question="签字属实吗？", attest=True),
        OpenItem(rule="cast.x", question="几个？"),
    ),
    not_applicable=("cast.y",),
    rules_version="abc123",
    file_sha256="0" * 64,
)
CLEAN = Report(file="乙.docx", programme="call-2023", form="problem", verdict="pass", passed=("cast.title.present",))
UNREADABLE = Report(
    file="丙.doc",
    verdict="unreadable",
    error=ErrorValue(code="unreadable-file", message="读不了。", hint="请另存为 .docx。"),
)


@lru_cache
def catalogue() -> Catalogue:
    info = ProgrammeInfo(
        id="call-2023",
        doc="call-2023",
        number=0,
        title="关于征集2023问题的通知",
        short_title="征集",
        aliases=(),
        issuer="某办公厅",
        document_no="某函〔2023〕1号",
        issued_on=date(2023, 1, 29),
        deadline=None,
        year=2023,
        sha256="0" * 64,
        supersedes=None,
    )
    notice = Notice(text=f"三、方式\n{QUOTE}。", clauses=())
    only = Programme(info=info, notice=notice, directions=(), rules=(), forms=(), expansions={})
    return Catalogue(programmes=(only,), released=(), disciplines=(), industries=(), fingerprint="x")


def shown(*reports: Report) -> list[ShownReport]:
    """Return the reports in words; the three above where none is given."""
    return [show_report(one, catalogue()) for one in reports or (REPORT, CLEAN, UNREADABLE)]
