"""Kind `files`: the documents that belong to a package are there."""

import re
from collections.abc import Sequence

from assistant.checks.judgement import Flaw
from assistant.checks.packages.bundle import Bundle, Member, Titled, name_files
from assistant.checks.packages.judgement import NOTHING, Said
from assistant.checks.packages.matching import pair_up
from assistant.domain.draft import Location
from assistant.domain.kinds.batch import FilesRule, Need


def judge(rule: FilesRule, bundle: Bundle) -> Said:
    """Look for each document; a picture that may be it makes its absence a question."""
    if not bundle.drafts(*rule.forms):
        return NOTHING
    said = [_judge_each(rule, need, bundle) if need.each else _judge_one(need, bundle) for need in rule.needs]
    return Said(
        flaws=tuple(flaw for one in said for flaw in one.flaws),
        questions=tuple(question for one in said for question in one.questions),
        missing=tuple(name for one in said for name in one.missing),
    )


def _judge_one(need: Need, bundle: Bundle) -> Said:
    found = bundle.drafts(need.form)
    if found:
        return Said()
    scans = _list_candidates(need, bundle)
    if scans:
        return Said(questions=(f"没有可读的{need.name}；{_name(scans)}可能是它的签字扫描件：请人工确认内容和签字。",))
    if need.asked:
        return Said(questions=(f"没有见到{need.name}：是否另行提交？",), missing=(need.name,))
    flaw = Flaw(
        where=Location(), evidence="（没有找到）", detail=f"没有{need.name}", measured=0, allowed="1份", missing=True
    )
    return Said(flaws=(flaw,), missing=(need.name,))


def _judge_each(rule: FilesRule, need: Need, bundle: Bundle) -> Said:
    """Documents without a title to tell them by may be any of those that are missing."""
    documents = bundle.titles(need.form, rule.titles[need.form])
    left = pair_up(_list_owners(rule, need, bundle), documents)[1]
    nameless = len(bundle.drafts(need.form)) - len({one.member.file for one in documents})
    scans = _list_candidates(need, bundle)
    flaws: list[Flaw] = []
    questions: list[str] = []
    for one in left:
        if scans:
            questions.append(f"“{one.title}”没有可读的{need.name}；{_name(scans)}可能是它的签字扫描件：请人工确认。")
        elif nameless:
            questions.append(f"“{one.title}”没有对应的{need.name}，另有{nameless}份没有写题目：请人工核对。")
        else:
            flaws.append(_lack(need, one))
    names = tuple(f"{need.name}（{one.title}）" for one in left) if not scans else ()
    return Said(flaws=tuple(flaws), questions=tuple(questions), missing=names)


def _list_owners(rule: FilesRule, need: Need, bundle: Bundle) -> list[Titled]:
    """Return the titles that ask for a document, each once, whichever of the forms names it first."""
    owners: list[Titled] = []
    for form in need.each:
        titles = (
            bundle.listed(form, rule.lists[form], rule.groups)
            if form in rule.lists
            else bundle.titles(form, rule.titles[form])
        )
        owners += pair_up(titles, owners)[1]
    return owners


def _lack(need: Need, one: Titled) -> Flaw:
    return Flaw(
        where=one.where,
        evidence=one.title,
        detail=f"“{one.title}”没有{need.name}",
        measured=0,
        allowed="1份",
        files=name_files([one.member]),
        missing=True,
    )


def _list_candidates(need: Need, bundle: Bundle) -> list[Member]:
    """Return the pictures that may be the document: those so named, or whose names tell nothing."""
    named = [scan for scan in bundle.scans() if re.search(need.cue, scan.name)]
    return named or [scan for scan in bundle.scans() if not re.search(_TELLING, scan.name)]


def _name(scans: Sequence[Member]) -> str:
    return "、".join(f"“{scan.name}”" for scan in scans[:3]) + ("等" if len(scans) > 3 else "")  # noqa: PLR2004 - a few names suffice


_TELLING = r"推荐表|推荐报告|遴选|推荐方案|方案|报告|推荐函|名单|照片|证明|会议|身份证|营业执照|专利|查新"
"""What tells that a picture is a certain document."""
