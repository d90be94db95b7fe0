"""Drawings of a Word paragraph: text boxes in them are read, pictures and embedded things are named."""

from dataclasses import dataclass, field

from assistant.documents.marks import MC, Node, W

ALTERNATIVE = f"{MC}AlternateContent"
_KNOWN_EXTENSIONS = frozenset({
    "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "w16sdtdh", "a14", "aink",
})  # fmt: skip
"""Prefixes whose content this reader understands, as Word declares them."""

_NAMES = {
    "blip": "图片",
    "imagedata": "图片",
    "chart": "图表",
    "relIds": "SmartArt 图形",
    "contentPart": "手写墨迹",
    "signatureline": "签名行",
    "control": "ActiveX 控件",
    "OLEObject": "嵌入对象",
}
"""Local names of elements that show something which is no text."""


@dataclass(slots=True)
class Drawing:
    """What one drawing holds."""

    boxes: list[Node] = field(default_factory=list[Node])
    """Contents of its text boxes."""
    art: list[str] = field(default_factory=list[str])
    """Text shown as WordArt, such as a watermark."""
    unread: list[str] = field(default_factory=list[str])


def read_drawing(node: Node) -> Drawing:
    """Return what a drawing, a VML picture or an embedded object holds."""
    drawing = Drawing()
    _scan(node, drawing)
    if "嵌入对象" in drawing.unread:
        drawing.unread = ["嵌入对象"]
    return drawing


def choose_branch(alternative: Node) -> Node | None:
    """Return the one branch of an mc:AlternateContent that is shown: a choice that is understood, else the fallback."""
    choices = alternative.findall(f"{MC}Choice")
    known = (node for node in choices if _KNOWN_EXTENSIONS.issuperset((node.get("Requires") or "").split()))
    chosen = next(known, None)
    if chosen is None:
        chosen = alternative.find(f"{MC}Fallback")
    return choices[0] if chosen is None and choices else chosen


def _scan(node: Node, drawing: Drawing) -> None:
    if node.tag == f"{W}txbxContent":
        drawing.boxes.append(node)
        return
    if node.tag == ALTERNATIVE:
        branch = choose_branch(node)
        if branch is not None:
            _scan(branch, drawing)
        return
    name = node.tag.rsplit("}", 1)[-1]
    if name == "textpath" and (text := node.get("string")):
        drawing.art.append(text)
    what = _NAMES.get(name)
    if what and what not in drawing.unread:
        drawing.unread.append(what)
    for child in node:
        _scan(child, drawing)
