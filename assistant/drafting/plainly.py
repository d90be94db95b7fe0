"""Lines of notes that are plainly one field of the form: 关键词：…, a value of a list, the author's address."""

import re
import unicodedata
from dataclasses import dataclass

from assistant.domain.form import FieldSpec, Form
from assistant.text import bare
from assistant.writing.sections.headings import ASIDE, SECTIONS, find_section
from assistant.writing.sections.sentences import BULLET

_LABELLED = re.compile(r"^\s*[【\[]?\s*([^：:。，,；;！？?【】\[\]]{1,16}?)\s*(?:[】\]]\s*[：:]?|[：:])\s*(?=\S)")
_FILLED_IN = re.compile(
    r"^\s*([^：:。，,；;！？?]{2,6}?)\s*(?:拟?[填报写选]|拟定|暂定)(?:成|为|的是)?\s*(?=[^\s，。]{2})"
)
FIRST_LINE = "写在笔记开头，是一个题目。"
"""Why a first line is the title; a title that is called so comes before it."""
_AROUND = "【】[]：: \t\u3000"
"""Signs around a field's name."""
_LOOSE: dict[str, tuple[str, ...]] = {
    "title": ("议题", "选题", "拟题", "题", "课题", "暂定题目", "拟定题目", "题目暂定", "拟报题目", "问题题目", "名称"),
    "author": ("联系人", "执笔", "执笔人", "撰写", "撰写人", "提出人", "报送人", "通讯作者", "第一作者", "作者单位"),
    "field": ("拟报领域", "申报领域"),
    "kind": ("拟报类型", "申报类型"),
    "discipline": ("一级学科", "拟报学科"),
}
"""What notes call a field, by its role, besides the form's own labels."""
_FOREIGN = frozenset(
    bare(name)
    for name in ("关键词", "关键字", "Key Words", "Title", "英文题目", "所属类型", "所属领域", "所属学科", "中图分类号")
)
"""Items that only some forms have; asked after the form's own labels."""
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)")
_SHORTEST_TITLE, _LONGEST_TITLE = 5, 60
_LONGEST_CONTACT = 120
_LONGEST_NAME = 24
_ABOUT_NOTES = re.compile(
    r"笔记|记录|纪要|备忘|访谈|草稿|提纲|随笔|随手|手记|随记|杂记|摘录|札记|会议|讨论|材料|汇报|报告(?!基因)|建议书|申请书|任务书|项目书|摘要|节选|整理|邮件|时间|日期|地点|转发|回复|对象[：:]"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The field of a line."""

    label: str
    start: int
    """First character behind the field's name."""
    reason: str


def find_plain(text: str, form: Form, choices: dict[str, tuple[str, ...]], *, first: bool) -> Plain | None:
    """Return the field that a line plainly is; None where its words have to tell.

    Args:
        text: the line.
        form: the form to be filled.
        choices: the values that a field may hold, by label.
        first: True for the first line of the notes, which may be a title.
    """
    return (
        _find_labelled(text, form)
        or _find_foreign(text)
        or _find_value(text, choices)
        or _find_contact(text, form)
        or (_find_title(text, form) if first else None)
    )


def _find_labelled(text: str, form: Form) -> Plain | None:
    for pattern in (_LABELLED, _FILLED_IN):
        found = pattern.match(BULLET.sub(lambda head: " " * len(head[0]), text))
        if found and (label := _names(form).get(bare(found[1]))):
            return Plain(label, found.end(), f"笔记里写明是“{found[0].strip(_AROUND)}”。")
    return None


def _find_foreign(text: str) -> Plain | None:
    """Return what is an item of other forms only: keywords have no place in a recommendation."""
    found = _LABELLED.match(text)
    if not found or bare(found[1]) not in _FOREIGN:
        return None
    return Plain(ASIDE, 0, f"表格没有“{found[1]}”这一栏。")


def _find_value(text: str, choices: dict[str, tuple[str, ...]]) -> Plain | None:
    plain = bare(text)
    for label, values in choices.items():
        if any(plain in {bare(value), bare(re.sub(r"（.*?）", "", value))} for value in values):
            return Plain(label, 0, f"整行就是“{label}”的一个选项。")
    return None


def _find_contact(text: str, form: Form) -> Plain | None:
    label = next(iter(form.find_labels("author")), None)
    if label and len(text) <= _LONGEST_CONTACT and _CONTACT.search(unicodedata.normalize("NFKC", text)):
        return Plain(label, 0, "写的是姓名和联系方式。")
    return None


def _find_title(text: str, form: Form) -> Plain | None:
    """Return the first line as the title where it is short, unfinished or a question, and not about the notes."""
    label = next(iter(form.find_labels("title")), None)
    ended = re.search(r"[。；;，,：:！!]\s*$", text)
    inside = re.search(r"[。；;，,！!]", text.strip()[:-1])
    fits = _SHORTEST_TITLE <= len(bare(text)) <= _LONGEST_TITLE
    if not label or ended or inside or not fits or _ABOUT_NOTES.search(text) or _is_section(text):
        return None
    return Plain(label, 0, FIRST_LINE)


def find_named(text: str, form: Form) -> str | None:
    """Return the field whose name is all that a line holds; None for the four sections, which headings tell."""
    return _names(form).get(bare(BULLET.sub("", text.strip("#【】[] ：:")))) if len(text) <= _LONGEST_NAME else None


def find_spec(form: Form, label: str) -> FieldSpec:
    """Return the form's field of that label, which it must have."""
    return next(spec for spec in form.fields if spec.label == label)


def holds_sections(form: Form) -> bool:
    """Say whether the form has the four sections that sentences are told apart for."""
    return any(spec.label in SECTIONS for spec in form.fields)


def _is_section(text: str) -> bool:
    return len(bare(text)) <= _LONGEST_NAME // 2 and find_section(text) is not None


def _names(form: Form) -> dict[str, str]:
    """Return the labels by what notes call them; the four sections are told by their headings."""
    names: dict[str, str] = {}
    for spec in form.fields:
        if spec.label in SECTIONS or spec.heading:
            continue
        for name in (spec.label, *spec.aliases, *_LOOSE.get(spec.role or "", ())):
            names.setdefault(bare(name), spec.label)
    return names
