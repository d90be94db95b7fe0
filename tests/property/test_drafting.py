"""No sentence of the notes is lost and none is made up, whatever the notes look like."""

from collections import Counter
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents.reading import read_bytes
from assistant.domain.catalogue import Catalogue
from assistant.domain.filled import FilledDraft
from assistant.drafting.verb import FillOrder, fill_documents
from assistant.library.programmes import load_catalogue
from assistant.text import count_characters, squash
from assistant.writing.sections.sentences import BULLET, split_sentences

ORDER = FillOrder(programme="cast-2023", form="problem", today=date(2023, 4, 1))
SENTENCES = st.sampled_from(
    [
        "锂金属负极的比容量是石墨的十倍。",
        "我们认为是后者！",
        "枝晶到底从哪里先长？",
        "（此处引自2019年会议摘要。页码待查）",
        "第一步试了三种；第二步只剩一种；",
        "如果能分清两种机制，寿命有望翻倍。",
        "周五前发给小王",
        "“一定要问：‘为什么？’”他说。",
        "C. elegans和0.5 mm的薄膜都做过...",
        "温度【25 ℃】下（n=3）误差不到1.5%。",
    ]
)
HEADS = st.sampled_from(["", "- ", "1. ", "（2）", "## ", "背景：", "【意义】", "一、", "> ", "关键词：", "他说："])
LINES = st.tuples(HEADS, st.lists(SENTENCES, max_size=4).map("".join)).map("".join)
SHARED = settings(max_examples=60, deadline=None)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def notes_of(filled: FilledDraft) -> list[str]:
    return [one.note for field in filled.fields for one in field.origin] + [one.text for one in filled.unplaced]


@given(st.text(alphabet="甲乙。！？；;.!?（）()“”【】1a \t…", max_size=60))
def test_the_sentences_of_a_paragraph_hold_each_of_its_characters_once(text: str):
    pieces = [text[start:end] for start, end in split_sentences(text)]

    assert squash("".join(pieces)) == squash(BULLET.sub("", text))


@SHARED
@given(lines=st.lists(LINES, min_size=1, max_size=12))
def test_every_sentence_of_the_notes_stands_in_exactly_one_place(lines: list[str]):
    text = "\n".join(lines) + "\n结尾一句。"
    filled = fill_documents(catalogue(), [read_bytes("notes.txt", text.encode())], ORDER)
    placed = Counter(sentence for note in notes_of(filled) for sentence in cut(note))
    wanted = Counter(sentence for line in text.splitlines() for sentence in cut(line))

    for sentence, times in wanted.items():
        assert placed[sentence] == times or is_label(sentence, placed), (sentence, text)


@SHARED
@given(lines=st.lists(LINES, min_size=1, max_size=12))
def test_a_field_holds_the_authors_words_and_marks_and_nothing_else(lines: list[str]):
    text = "\n".join(lines) + "\n结尾一句。"
    filled = fill_documents(catalogue(), [read_bytes("notes.txt", text.encode())], ORDER)

    for field in filled.fields:
        own = squash("".join(one.note for one in field.origin))
        assert squash(field.own_text) == own
        assert field.count == count_characters(field.own_text)
        assert all(squash(one.note) in squash(text) for one in field.origin)


def cut(text: str) -> list[str]:
    """Return the sentences of a text, the names of sections and fields before a colon left out."""
    for head in ("## ", "背景：", "【意义】", "关键词："):
        text = text.removeprefix(head)
    return [squash(text[start:end]) for start, end in split_sentences(text)]


def is_label(sentence: str, placed: Counter[str]) -> bool:
    """Say whether a sentence was counted apart because it stood whole in a field that is not cut."""
    return any(sentence in one for one in placed)
