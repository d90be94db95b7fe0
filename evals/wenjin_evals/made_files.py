"""Word files made for measuring: a draft of 2,000 characters, a proposal of 28,000 with 1,200 cells, a bomb.

Their prose is that of the guides, which is public, so that rules find in it what they look for; the same corpus gives
the same text.
"""

import io
import zipfile
from itertools import cycle, islice

from docx import Document
from docx.document import Document as WordDocument

from assistant.domain.catalogue import Catalogue
from assistant.text import squash

DRAFT_CHARACTERS, PROPOSAL_CHARACTERS, CELLS, COLUMNS = 2_000, 28_000, 1_200, 6
BOMB_BYTES = 100_000_000
_PARAGRAPH = 350
_CELL = 8
_SECTIONS = ("问题描述", "问题背景", "最新进展", "重要意义")
_PARAGRAPH_XML = b"<w:p><w:r><w:t>\xe7\x94\xb2</w:t></w:r></w:p>"


def make_draft(catalogue: Catalogue) -> bytes:
    """Return a problem with all its items."""
    document = Document()
    _add(document, "前沿科学问题、工程技术难题和产业技术问题撰写格式模板")
    _add(document, "题目：如何调控硫化物固态电解质与锂金属负极之间的界面反应？")
    _add(document, "Title：How can the interfacial reactions of sulfide electrolytes and lithium metal be controlled?")
    _add(document, "所属类型：前沿科学问题", "所属领域：先进材料", "所属学科：材料科学")
    _add(document, "作者信息：甲，某某大学材料学院，13800000000，a@example.org")
    _add(document, "关键词：固态电池；硫化物电解质；锂金属负极；界面反应")
    _add(document, "Key Words: solid-state battery; sulfide electrolyte; lithium metal anode; interfacial reaction")
    prose = _Prose(catalogue)
    for label in _SECTIONS:
        _add(document, label, *prose.take(DRAFT_CHARACTERS // len(_SECTIONS)))
    return _save(document)


def make_proposal(catalogue: Catalogue) -> bytes:
    """Return a proposal for the first direction of the first guide that has numbered ones."""
    guide = next(one for one in catalogue.programmes if one.directions and one.id.startswith("nkrd"))
    direction = guide.directions[0]
    document = Document()
    _add(document, "项目申报书", f"项目名称：{direction.title}", f"所属专项：{guide.info.title}")
    _add(document, f"指南方向：{direction.number} {direction.title}", "申报单位：某某大学", "项目负责人：甲")
    prose = _Prose(catalogue)
    for label in ("研究内容", "考核指标", "课题设置"):
        _add(document, label, *prose.take(PROPOSAL_CHARACTERS // 3))
    _add(document, "参与单位")
    table = document.add_table(rows=CELLS // COLUMNS, cols=COLUMNS, style="Table Grid")
    for row in table.rows:
        for cell in row.cells:
            cell.text = prose.take(_CELL)[0]
    return _save(document)


def make_bomb() -> bytes:
    """Return a Word file of some hundred kilobytes that unpacks to 100 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(BOMB_BYTES // (len(_PARAGRAPH_XML) * 1000)):
                part.write(_PARAGRAPH_XML * 1000)
    return buffer.getvalue()


class _Prose:
    """The research contents of all directions, one after the other, for ever."""

    def __init__(self, catalogue: Catalogue) -> None:
        texts = [squash(one.research_content) for guide in catalogue.programmes for one in guide.directions]
        self._signs = cycle("".join(texts))

    def take(self, length: int) -> list[str]:
        """Return the next characters as paragraphs."""
        text = "".join(islice(self._signs, length))
        return [text[at : at + _PARAGRAPH] for at in range(0, length, _PARAGRAPH)]


def _add(document: WordDocument, *paragraphs: str) -> None:
    for text in paragraphs:
        document.add_paragraph(text)


def _save(document: WordDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
