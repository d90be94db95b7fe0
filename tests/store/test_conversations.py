from datetime import timedelta

import pytest

from assistant.domain.answer import Citation
from assistant.domain.conversation import Said
from assistant.domain.owner import OwnerId
from assistant.errors import ChangedElsewhereError, InputError, UnknownNameError
from assistant.store.store import Store
from tests.store.conftest import Clock

ASKED = Said(text="2023年每个单位可以推荐几个？\n请说明", shown="<p>…</p>")
WAITING = Said(state="正在检索条款…", verb="ask")
CITED = Citation(
    doc="cast-2023", programme="cast-2023", clause="三", quote="3-5个", span=(4, 8), issued_on="2023-01-29"
)


def test_a_question_is_kept_before_its_answer_is_known(store: Store, anna: OwnerId):
    begun = store.conversations.begin(anna, None, ASKED, WAITING)

    question, answer = store.conversations.messages(anna, begun.conversation)
    assert (question.number, question.role, question.said) == (0, "user", ASKED)
    assert (answer.number, answer.role, answer.said) == (1, "assistant", WAITING)
    kept = store.conversations.get(anna, begun.conversation)
    assert (kept.title, kept.messages) == ("2023年每个单位可以推荐几个？", 2)


def test_an_answer_is_kept_with_its_result_and_citations_as_they_were(store: Store, anna: OwnerId):
    begun = store.conversations.begin(anna, None, ASKED, WAITING)
    whole = Said(text="3-5个", shown="<p>3-5个</p>", verb="ask", result={"covered": True}, citations=(CITED,))

    store.conversations.put(anna, begun.conversation, begun.answer, whole)

    assert store.conversations.messages(anna, begun.conversation)[1].said == whole


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud83d", "𠮷野家\u202e", "😀" * 2000])
def test_any_text_can_be_kept(store: Store, anna: OwnerId, text: str):
    begun = store.conversations.begin(anna, None, Said(text=text, result=[text]), WAITING)

    kept = store.conversations.messages(anna, begun.conversation)[0].said
    assert kept.text == text.replace("\0", "\ufffd").replace("\ud83d", "\ufffd")
    assert kept.result == [text]


def test_an_answer_whose_server_ended_is_marked_unfinished_and_a_running_one_is_not(
    store: Store, anna: OwnerId, clock: Clock
):
    old = store.conversations.begin(anna, None, ASKED, WAITING)
    clock.move(timedelta(minutes=1))
    new = store.conversations.begin(anna, old.conversation, ASKED, WAITING)

    store.conversations.settle(anna, old.conversation, before=clock())

    said = [one.said for one in store.conversations.messages(anna, old.conversation)]
    assert (said[old.answer].state, said[old.answer].unfinished) == ("", True)
    assert (said[new.answer].state, said[new.answer].unfinished) == (WAITING.state, False)
    assert not said[old.question].unfinished


def test_questions_of_two_windows_get_places_of_their_own(store: Store, anna: OwnerId):
    first = store.conversations.begin(anna, None, ASKED, WAITING)
    second = store.conversations.begin(anna, first.conversation, Said(text="还有呢？"), WAITING)
    store.conversations.put(anna, first.conversation, first.answer, Said(text="一"))
    store.conversations.put(anna, first.conversation, second.answer, Said(text="二"))

    texts = [one.said.text for one in store.conversations.messages(anna, first.conversation)]
    assert texts == [ASKED.text, "一", "还有呢？", "二"]
    before = store.conversations.messages(anna, first.conversation, before=second.question)
    assert [one.said.text for one in before] == [ASKED.text, "一"]


def test_the_last_changed_conversation_comes_first(store: Store, anna: OwnerId, clock: Clock):
    first = store.conversations.begin(anna, None, Said(text="甲"), WAITING)
    clock.move(timedelta(seconds=1))
    store.conversations.begin(anna, None, Said(text="乙"), WAITING)
    assert [one.title for one in store.conversations.list(anna)] == ["乙", "甲"]

    clock.move(timedelta(seconds=1))
    store.conversations.put(anna, first.conversation, first.answer, Said(text="答"))

    assert [one.title for one in store.conversations.list(anna)] == ["甲", "乙"]
    assert store.conversations.list(anna)[0].changed == clock()


def test_a_name_given_in_another_window_is_not_overwritten(store: Store, anna: OwnerId):
    begun = store.conversations.begin(anna, None, ASKED, WAITING)
    store.conversations.rename(anna, begun.conversation, "  钠电  界面 ", version=1)

    with pytest.raises(ChangedElsewhereError):
        store.conversations.rename(anna, begun.conversation, "别的", version=1)
    with pytest.raises(InputError):
        store.conversations.rename(anna, begun.conversation, " ", version=2)

    assert store.conversations.get(anna, begun.conversation).title == "钠电 界面"


def test_a_deleted_conversation_is_gone_and_a_late_answer_does_not_bring_it_back(store: Store, anna: OwnerId):
    begun = store.conversations.begin(anna, None, ASKED, WAITING)
    store.conversations.delete(anna, begun.conversation)
    store.conversations.put(anna, begun.conversation, begun.answer, Said(text="迟到"))

    assert store.conversations.list(anna) == ()
    assert store.conversations.messages(anna, begun.conversation) == ()
    with pytest.raises(UnknownNameError):
        store.conversations.begin(anna, begun.conversation, ASKED, WAITING)


def test_a_thumb_stays_with_its_answer_until_it_is_taken_back(store: Store, anna: OwnerId):
    begun = store.conversations.begin(anna, None, ASKED, WAITING)
    store.conversations.rate(anna, begun.conversation, begun.answer, "down", "引错了条款")
    rated = store.conversations.messages(anna, begun.conversation)[1]
    assert (rated.thumb, rated.comment) == ("down", "引错了条款")

    store.conversations.rate(anna, begun.conversation, begun.answer, None)

    assert store.conversations.messages(anna, begun.conversation)[1].thumb is None
    with pytest.raises(UnknownNameError):
        store.conversations.rate(anna, begun.conversation, begun.question, "up")
