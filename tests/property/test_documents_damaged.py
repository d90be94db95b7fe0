"""Real files, damaged in every way that a disk, a mail gate or a hand can think of: each is read or refused by name.

Nothing else is raised, nothing hangs, and what is still read keeps its places.
"""

import random
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from docx import Document as WordDocument

from assistant.documents.archives import list_members
from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes
from assistant.domain.draft import Document
from assistant.domain.form import Form
from assistant.errors import UnreadableFileError
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from tests.unit.pdf_files import flow, grid, make_pdf, picture, shade, text
from tests.unit.word_files import read_parts, zip_parts
from tests.unit.word_kinds import make_every_kind

_TIMES = 150
_VALUES = (b'""', b'"-1"', b'"99999999999"', b'"x"', b'"0"', b'"true"', '"甲"'.encode())

Damage = Callable[[bytes, random.Random], bytes]


def _flip_bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _drop_bytes(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + data[place + chance.randint(1, 200) :]


def _repeat_bytes(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + data[place : place + chance.randint(1, 200)] + data[place:]


def _drop_part(data: bytes, chance: random.Random) -> bytes:
    parts = read_parts(data)
    del parts[chance.choice(list(parts))]
    return zip_parts(parts)


def _swap_parts(data: bytes, chance: random.Random) -> bytes:
    parts = read_parts(data)
    one, other = chance.sample(list(parts), 2)
    return zip_parts(parts | {one: parts[other], other: parts[one]})


def _damage_part(data: bytes, chance: random.Random) -> bytes:
    parts = read_parts(data)
    name = chance.choice(list(parts))
    damage = chance.choice([_flip_bits, _cut, _drop_bytes, _repeat_bytes])
    return zip_parts(parts | {name: damage(_bytes(parts[name]), chance)})


def _move_tags(data: bytes, chance: random.Random) -> bytes:
    """Leave out, repeat or exchange elements of a part, which stays XML now and then."""
    parts = read_parts(data)
    name = chance.choice([one for one in parts if one.endswith((".xml", ".rels"))])
    content = _bytes(parts[name])
    elements = [found.span() for found in re.finditer(rb"<w:(\w+)[^>/]*>[^<]*</w:\1>|<[^>]*/>", content)]
    for start, end in chance.sample(elements, min(3, len(elements))):
        piece = chance.choice([b"", content[start:end] * 2, b"<w:p/>", b"<w:tbl/>", b"<w:sdt/>"])
        content = content[:start] + piece + content[end:] if len(content) > end else content
    return zip_parts(parts | {name: content})


def _change_values(data: bytes, chance: random.Random) -> bytes:
    parts = read_parts(data)
    name = chance.choice([one for one in parts if one.endswith(".xml")])
    content = _bytes(parts[name])
    values = [found.span() for found in re.finditer(rb'(?<=w:\w{2})"[^"]*"|(?<=val=)"[^"]*"', content)]
    for start, end in sorted(chance.sample(values, min(5, len(values))), reverse=True):
        content = content[:start] + chance.choice(_VALUES) + content[end:]
    return zip_parts(parts | {name: content})


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


@cache
def _word_files() -> tuple[bytes, ...]:
    document = WordDocument()
    for line in (
        "前沿科学问题、工程技术难题和产业技术问题撰写格式模板",
        "题目：如何调控界面？",
        "关键词：甲；乙；丙；丁",
    ):
        document.add_paragraph(line)
    document.add_heading("问题描述", level=1)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "所属领域", "先进材料"
    buffer = BytesIO()
    document.save(buffer)
    return make_every_kind(), buffer.getvalue()


@cache
def _forms() -> tuple[Form, ...]:
    root = corpus_root()
    return load_forms(root / "cast-2023", root)


def _read_or_refuse(file: str, data: bytes) -> Document | None:
    """Any other error than a refusal fails the test; a refusal names the file and says what to do."""
    refusal: UnreadableFileError | None = None
    try:
        return read_bytes(file, data)
    except UnreadableFileError as error:
        refusal = error
    assert f"“{file}”" in refusal.message
    assert refusal.hint
    return None


def _places_are_true(document: Document) -> bool:
    draft = recognise(document, _forms())
    known = {
        (b.where.part, b.where.paragraph, b.where.table, b.where.row, b.where.column, b.text) for b in document.blocks
    }
    texts = {place[:5]: place[5] for place in known}
    lines = [line for one in draft.fields for line in one.lines if line.where.table is None or line.where.column]
    return all(
        line.text in texts[line.where.part, line.where.paragraph, line.where.table, line.where.row, line.where.column]
        for line in lines
    )


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize(
    "damage",
    [_flip_bits, _cut, _drop_bytes, _repeat_bytes, _drop_part, _swap_parts, _damage_part, _move_tags, _change_values],
)
def test_a_damaged_word_file_is_read_or_refused(damage: Damage):
    chance = random.Random(damage.__name__)
    outcomes = [_read_or_refuse("坏.docx", damage(chance.choice(_word_files()), chance)) for _ in range(_TIMES)]

    assert all(_places_are_true(document) for document in outcomes if document is not None)
    assert None in outcomes or damage in (_move_tags, _change_values)


@pytest.mark.parametrize("damage", [_flip_bits, _cut, _drop_bytes, _repeat_bytes])
def test_a_damaged_pdf_is_read_or_refused(damage: Damage):
    chance = random.Random(damage.__name__)
    cells = [*grid([90, 200, 500], [300, 330, 380]), text(95, 318, "关键词"), text(205, 318, "电池；界面")]
    pages = [*flow("题目：如何调控界面？", "甲种方法用于乙类对象，" * 9), *cells, picture(90, 500, 50, 50)]
    data = make_pdf(pages, [*flow("第二页"), shade(10, 10, 50, 50)], annotation="Text", packed=False)
    outcomes = [_read_or_refuse("坏.pdf", damage(data, chance)) for _ in range(_TIMES)]

    assert all(_places_are_true(document) for document in outcomes if document is not None)
    assert any(document is not None for document in outcomes)


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize("damage", [_flip_bits, _cut, _drop_bytes, _repeat_bytes])
def test_a_damaged_archive_is_listed_or_refused(damage: Damage):
    chance = random.Random(damage.__name__)
    data = zip_parts({"甲.docx": _word_files()[0], "内.zip": zip_parts({"乙.md": "乙"}), "丙.txt": "丙"})
    refused = 0
    for _ in range(_TIMES):
        try:
            members = list_members("包.zip", damage(data, chance))
        except UnreadableFileError:
            refused += 1
        else:
            assert all(isinstance(content, bytes | UnreadableFileError) for _, content in members)

    assert refused < _TIMES or damage is _cut


def test_what_was_lost_with_a_part_is_named():
    whole = read_parts(make_every_kind())
    for part, what in (("footnotes", "脚注"), ("endnotes", "尾注"), ("header1", "页眉"), ("footer1", "页脚")):
        parts = {name: content for name, content in whole.items() if name != f"word/{part}.xml"}
        document = read_bytes("缺.docx", zip_parts(parts))

        assert [one.what for one in document.unread] == [what]
