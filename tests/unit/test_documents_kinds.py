"""Of thirty kinds of content each is read once; in either view only what that view takes for deleted is left out."""

import pytest

from assistant.documents.reading import read_bytes
from assistant.domain.draft import BlockKind, Document, View
from tests.unit.word_kinds import KINDS, make_every_kind

_LEFT_OUT = {"accepted": {"deleted", "moved from"}, "original": {"inserted", "moved to"}}


def _read(view: View = "accepted") -> Document:
    return read_bytes("全部.docx", make_every_kind(), view)


def _kind_of(text: str) -> BlockKind:
    return next(block.kind for block in _read().blocks if text in block.number + block.text)


@pytest.mark.parametrize("view", ["accepted", "original"])
def test_every_kind_of_content_is_read_once(view: View):
    shown = "\n".join(block.number + block.text for block in _read(view).blocks)
    counts = {kind: shown.count(text) for kind, text in KINDS.items()}

    assert len(KINDS) == 30
    assert counts == {kind: int(kind not in _LEFT_OUT[view]) for kind in KINDS}
    assert sum(counts.values()) == 28


def test_both_views_together_hold_everything():
    shown = "".join(block.number + block.text for view in ("accepted", "original") for block in _read(view).blocks)

    assert all(text in shown for text in KINDS.values())


def test_what_stands_apart_from_the_text_is_a_kind_of_its_own():
    apart = {"hidden": "hidden", "comment": "comment", "header": "header", "footer": "footer", "footnote": "footnote",
             "endnote": "footnote", "drawn text box": "text_box", "legacy text box": "text_box",
             "styled heading": "heading", "outlined heading": "heading", "nested table": "cell",
             "row control": "cell", "cell control": "cell", "merged cell": "cell"}  # fmt: skip

    assert {kind: _kind_of(KINDS[kind]) for kind in apart} == apart


def test_changes_and_comments_are_counted_and_nothing_is_unread():
    document = _read()

    assert (document.revisions, document.comments, document.unread) == (4, 1, ())
