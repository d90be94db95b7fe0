"""Files made for an author, as plain Chinese text: exported forms and drafts from notes."""

from assistant.domain.exported import Exported, Removed
from assistant.domain.filled import FieldProposal, FilledDraft, FilledField, IntoBlank
from assistant.text import squash
from assistant.wording import place_name, usage_line

_SHOWN_NOTE = 24
"""Characters of a sentence by which its author knows it again."""


def present_exported(exported: Exported) -> str:
    """Return what was written, what waits for a text, what was taken out, and where a person should look."""
    written = f"已写入 {exported.output}：" if exported.output else ""
    parts = [f"{written}{exported.heading}，{len(exported.fields)}个栏目。"]
    groups = (
        ("待补充", "、".join(exported.wanted)),
        ("已删去模板说明", "、".join(exported.guidance)),
        ("已隐去", "；".join(_show_removed(one) for one in exported.removed)),
    )
    parts += [f"{name}：{text}。" for name, text in groups if text]
    if exported.format == "txt":
        filled = (one for one in exported.fields if not one.wanted)
        parts += [f"  {one.label}　{one.count}字（连同空格{one.characters}个字符）" for one in filled]
    parts += [f"附录列出依据的条款和来源{exported.cited}条，提交前请删去。"] if exported.cited else []
    if exported.removed:
        parts.append("单位的简称、“我校”“本团队”一类的话和文献自引认不全，发出前请自己再看一遍。")
    if exported.loose and not exported.removed:
        parts.append(f"有{exported.loose}段文字没有归入任何栏目，列在附录里。")
    parts += [present_changed(exported)] if exported.changed else []
    return "\n".join(parts)


def present_changed(exported: Exported) -> str:
    """Return where a person should look, because the file is read otherwise than the source."""
    return f"请核对：{'、'.join(exported.changed)}——其中有形如栏目名的文字，再次读入时会与原稿不同。"


def _show_removed(one: Removed) -> str:
    return f"{one.label}（{one.what}{f'{one.count}处' if one.count > 1 else ''}）"


def present_filled(filled: FilledDraft) -> str:
    """Return each field with the reason for each sentence, then what fits nowhere, what may be chosen, what to ask."""
    parts = ["\n".join([f"【{one.label}】{_measure(one)}", one.text, *_rewritten(one)]) for one in filled.fields]
    if filled.unplaced:
        loose = [f"  {one.text}（{place_name(one.where)}）" for one in filled.unplaced]
        parts.append("\n".join(["未归类（一句不丢，请决定放在哪里或删去）：", *loose]))
    parts += [_choices(one) for one in filled.proposals]
    if filled.questions:
        asked = [f"  {number}. {one}" for number, one in enumerate(filled.questions, start=1)]
        parts.append("\n".join(["还需要您回答：", *asked]))
    parts += [present_into(filled.into)] if filled.into else []
    parts += ["\n".join(filled.warnings)] if filled.warnings else []
    parts += [f"{usage_line(filled.usage)}。"] if filled.usage else []
    parts += [f"草稿已写入 {filled.output}。"] if filled.output else []
    return "\n\n".join(parts)


def present_into(into: IntoBlank) -> str:
    """Return which items of a blank form were filled in, and what a person has to see to."""
    groups = (
        ("空白表里找不到位置的栏目（内容见上，请自行填入）", into.homeless),
        ("空白表里已有文字、没有改动的栏目", into.occupied),
        ("再次读入时与写入不同、请核对的栏目", into.changed),
    )
    parts = [f"“{into.blank}”填写了{len(into.placed)}个栏目。"]
    return "\n".join([*parts, *(f"{name}：{'、'.join(labels)}。" for name, labels in groups if labels)])


def present_draft(filled: FilledDraft, *, markdown: bool) -> str:
    """Return the draft alone, a label a line, as the checker reads it back."""
    head = "## " if markdown else ""
    parts = [f"{head}{field.label}：\n{field.text}".rstrip() for field in filled.fields]
    return "\n\n".join(parts)


def _measure(field: FilledField) -> str:
    return f"{field.count}字" + (f"（{field.budget}）" if field.budget else "")


def _rewritten(field: FilledField) -> list[str]:
    """Return where the words come from; of a model's wording also what the author wrote, and what is not in that."""
    done = field.rewritten
    if done is None:
        return _origins(field)
    kept = [f"  保留原话“{_shorten(one.note)}”：{one.reason}" for one in done.kept]
    added = [f"  新增“{one.text}”：{one.origin}" for one in done.added]
    changed = squash(done.own) != squash(field.own_text)
    own = ["  以上由语言模型按您的原话改写，请核对。您的原话：", *_indent(done.own)] if changed else []
    return [*own, *kept, *added, *_origins(field)]


def _indent(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]


def _origins(field: FilledField) -> list[str]:
    return [f"  ← {_shorten(one.note)}｜{one.reason}{place_name(one.where)}" for one in field.origin]


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN_NOTE else f"{text[: _SHOWN_NOTE - 1]}…"


def _choices(proposal: FieldProposal) -> str:
    lines = [f"  {one.value}{f'（{one.english}）' if one.english else ''}：{one.reason}" for one in proposal.choices]
    several = f"，选{proposal.take}个" if proposal.take > 1 else ""
    return "\n".join([f"“{proposal.label}”可以选（由您决定{several}）：", *lines])
