"""Layouts of a draft that is no Word file."""

from collections.abc import Sequence

from wenjin_evals.layouts_typed import Item


def as_markdown(heading: str, items: Sequence[Item]) -> bytes:
    """Return UTF-8 Markdown: a heading an item, a paragraph a line."""
    parts = [f"# {heading}"] if heading else []
    for item in items:
        parts += [f"## {item['label']}"] if item["label"] else []
        parts += item["text"].split("\n") if item["text"] else []
    return "\n\n".join(parts).encode() + b"\n"


def as_plain_text(heading: str, items: Sequence[Item]) -> bytes:
    """Return GB18030 text with Windows line ends, as Notepad saves it: a line an item, its label first."""
    lines = [heading, ""] if heading else []
    lines += [f"{item['label']}：{item['text']}" if item["label"] else item["text"] for item in items]
    return "\r\n".join("\n".join(lines).split("\n")).encode("gb18030")
