"""Automatic numbers of a Word file that show exactly what the author's showed."""

from typing import Any, cast

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from assistant.reporting.forms.characters import fit_xml


class Numbers:
    """Gives paragraphs their numbers; each number that occurs is a list of its own with that number as its text.

    Args:
        document: where they are written.
    """

    def __init__(self, document: Document) -> None:
        self._root = cast("Any", document.part.numbering_part.element)
        self._ids: dict[str, int] = {}

    def put(self, paragraph: Paragraph, number: str) -> None:
        """Show the number before the paragraph."""
        shown = fit_xml(number).replace("%", "％")
        if not shown:
            return
        list_id = self._ids.get(shown) or self._add(shown)
        properties = cast("Any", paragraph.paragraph_format.element).get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = list_id

    def _add(self, shown: str) -> int:
        used = [int(one.get(qn("w:numId"))) for one in self._root.findall(qn("w:num"))]
        drawn = [int(one.get(qn("w:abstractNumId"))) for one in self._root.findall(qn("w:abstractNum"))]
        list_id, abstract_id = max(used, default=0) + 1, max(drawn, default=0) + 1
        kind = "bullet" if shown == "•" else "decimal"
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
            '<w:lvlText/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        )
        cast("Any", abstract).find(f".//{qn('w:lvlText')}").set(qn("w:val"), shown)
        num = parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/></w:num>')
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(abstract)
        else:
            first.addprevious(abstract)
        self._root.append(num)
        self._ids[shown] = list_id
        return list_id
