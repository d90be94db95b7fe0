"""An overview as tables: 概览, 逐份, 名单, 数量, 致作者."""

from assistant.domain.catalogue import Catalogue
from assistant.domain.overview import Fault, Overview, Tally
from assistant.reporting.sheet import Sheet
from assistant.reporting.shown import base_name
from assistant.wording import NOT_ACCEPTANCE, SEVERITIES, VERDICTS, programme_name

LETTERS = "致作者"
"""Title of the table of notes to authors, which a page shows in its own way."""
_NAME = 28
_TITLE = 44
_SENTENCES = 60


def tabulate_overview(overview: Overview, catalogue: Catalogue) -> tuple[Sheet, ...]:
    """Return the tables of an overview; those that would be empty are left out."""
    sheets = (
        _count(overview),
        _list_files(overview),
        _list_roster(overview),
        _list_tallies(overview, catalogue),
        _list_letters(overview),
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


def _count(overview: Overview) -> Sheet:
    files = sum(one.files for one in overview.verdicts)
    verdicts = [
        ("结论", VERDICTS[one.verdict], one.files, _share(one.files, files), None, None) for one in overview.verdicts
    ]
    faults = [
        (SEVERITIES[one.severity], say_fault(one), one.files, _share(one.files, files), one.name, one.rule)
        for one in overview.faults
    ]
    return Sheet(
        title="概览",
        header=("类别", "结论或常见问题", "份数", "占比", "规则要求", "规则"),
        rows=(*verdicts, *faults),
        widths=(10, 60, 8, 8, 36, 34),
        notes=(NOT_ACCEPTANCE,),
    )


def say_fault(fault: Fault) -> str:
    """Return what is wrong; where the findings differ (in numbers, in words of the drafts) the commonest one as one."""
    return fault.message if fault.alike else f"如：{fault.message}"


def _share(number: int, whole: int) -> str:
    return f"{number / whole:.0%}" if whole else ""


def _list_files(overview: Overview) -> Sheet:
    return Sheet(
        title="逐份",
        header=("文件", "题目", "结论", "必须修改", "请核对", "请人确认"),
        rows=tuple(
            (
                base_name(one.file),
                one.title,
                VERDICTS[one.verdict],
                _number(one.mend),
                _number(one.consider),
                _number(one.confirm),
            )
            for one in overview.lines
        ),
        widths=(_NAME, _TITLE, 12, _SENTENCES, _SENTENCES, _TITLE),
    )


def _number(sentences: tuple[str, ...]) -> str:
    if len(sentences) <= 1:
        return "".join(sentences)
    return "\n".join(f"{number}. {one}" for number, one in enumerate(sentences, start=1))


def _list_roster(overview: Overview) -> Sheet:
    return Sheet(
        title="名单",
        header=("序号", "题目", "类型", "领域", "学科", "作者", "单位", "电话", "邮箱", "推荐单位", "结论", "文件"),
        rows=tuple(
            (
                number,
                one.entry.title,
                one.entry.kind,
                one.entry.field,
                one.entry.discipline,
                one.entry.author,
                one.entry.unit,
                one.entry.phone,
                one.entry.email,
                one.entry.recommender,
                VERDICTS[one.verdict],
                one.file,
            )
            for number, one in enumerate(overview.roster, start=1)
        ),
        widths=(6, _TITLE, 16, 20, 20, 12, 28, 16, 26, 24, 12, _NAME),
    )


def _list_tallies(overview: Overview, catalogue: Catalogue) -> Sheet:
    return Sheet(
        title="数量",
        header=("通知", "类型或领域", "份数", "规定", "是否符合"),
        rows=tuple(
            (programme_name(catalogue, one.programme), one.group, one.files, name_bounds(one), tell(one))
            for one in overview.tallies
        ),
        widths=(24, 24, 8, 14, 14),
    )


def name_bounds(tally: Tally) -> str:
    """Return the numbers allowed, such as 3-5个."""
    if tally.least is not None and tally.most is not None:
        return f"{tally.least}-{tally.most}个"
    return f"至少{tally.least}个" if tally.least is not None else f"至多{tally.most}个"


def tell(tally: Tally) -> str:
    """Return in a word whether the number is within its bounds."""
    if tally.keeps:
        return "符合"
    return "超出" if tally.most is not None and tally.files > tally.most else "不足"


def _list_letters(overview: Overview) -> Sheet:
    return Sheet(
        title=LETTERS,
        header=("作者", "邮箱", "文件", "邮件正文"),
        rows=tuple((one.author, one.email, "、".join(one.files), one.text) for one in overview.letters),
        widths=(12, 26, _NAME, 100),
    )
