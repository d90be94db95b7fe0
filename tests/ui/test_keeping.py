"""The page's conversations in the store, without a browser."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.answer import Turn
from assistant.domain.call import Call
from assistant.domain.conversation import Said
from assistant.domain.owner import OwnerId
from assistant.errors import StoreError
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.store.store import Store, open_store
from wenjin_ui.views.messages import Box, Update
from wenjin_ui.work.handlers import Page
from wenjin_ui.work.keeping import Keeper, Kept
from wenjin_ui.work.recording import UNFINISHED
from wenjin_ui.work.turns import Turns

QUESTION = "2023年每个推荐单位可以推荐几个问题？"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def keeper(assistant: Assistant, store: Store, tmp_path: Path) -> Keeper:
    page = Page(
        assistant=assistant,
        conductor=EmbeddedConductor.over(assistant.catalogue),
        today=lambda: date(2023, 3, 1),
        uploads=tmp_path / "uploads",
        piece_seconds=0,
    )
    return Keeper(store=store, page=page, turns=Turns[Update](4), started=store.now())


@pytest.fixture
def anna(store: Store) -> OwnerId:
    return store.sessions.begin()[1].owner


@pytest.fixture
def bert(store: Store) -> OwnerId:
    return store.sessions.begin()[1].owner


def ask(keeper: Keeper, owner: OwnerId, text: str, conversation: str = "") -> list[Kept]:
    return list(keeper.reply(owner, conversation, Box(text=text, files=[])))


def hand_over(keeper: Keeper, owner: OwnerId, name: str, text: str) -> str:
    folder = keeper.folder(owner) / "one"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


class SlowConductor:
    """Waits until it is let go, as a model would."""

    def __init__(self, conductor: EmbeddedConductor) -> None:
        self.conductor = conductor
        self.asked, self.go = threading.Event(), threading.Event()

    def route(self, messages: Sequence[Turn], files: Sequence[str] = ()) -> Call:
        self.asked.set()
        assert self.go.wait(20)
        return self.conductor.route(messages, files)


@pytest.fixture
def slow(keeper: Keeper) -> tuple[Keeper, SlowConductor]:
    conductor = SlowConductor(EmbeddedConductor.over(keeper.page.assistant.catalogue))
    return replace(keeper, page=replace(keeper.page, conductor=conductor)), conductor


def eventually(keeper: Keeper, owner: OwnerId, conversation: str) -> str:
    """Return the last message once nobody works on it any more."""
    for messages in keeper.follow(owner, conversation):
        if not messages[-1]["state"]:
            return messages[-1]["html"]
    raise AssertionError("the answer never came")


def test_what_is_shown_again_is_what_was_shown(keeper: Keeper, anna: OwnerId):
    last = ask(keeper, anna, QUESTION)[-1]

    assert keeper.open(anna, last.conversation) == last.update.messages
    assert "3-5个" in last.update.messages[-1]["html"]


def test_an_answer_is_stored_with_its_result_and_its_citations(keeper: Keeper, anna: OwnerId):
    kept = ask(keeper, anna, QUESTION)[-1]

    said = keeper.store.conversations.messages(anna, kept.conversation)[-1].said
    assert isinstance(said.result, dict)
    assert said.result["covered"] is True
    assert [one.clause for one in said.citations] == ["三"]
    assert "3-5个" in said.citations[0].quote


def test_a_conversation_goes_on_where_it_was(keeper: Keeper, anna: OwnerId):
    first = ask(keeper, anna, QUESTION)[-1].conversation
    messages = ask(keeper, anna, "那2022年呢？", first)[-1].update.messages

    assert [one["id"] for one in messages] == ["m0", "m1", "m2", "m3"]
    assert "2022" in messages[-1]["text"]
    assert [one.id for one in keeper.conversations(anna)] == [first]


def test_the_question_is_stored_before_anybody_thinks_about_it(slow: tuple[Keeper, SlowConductor], anna: OwnerId):
    keeper, conductor = slow
    watching = threading.Thread(target=ask, args=(keeper, anna, QUESTION))
    watching.start()
    assert conductor.asked.wait(20)

    (kept,) = keeper.conversations(anna)
    question, answer = keeper.open(anna, kept.id)
    assert (question["text"], question["state"]) == (QUESTION, "")
    assert answer["state"] == "正在处理…"
    conductor.go.set()
    watching.join(20)
    assert "3-5个" in keeper.open(anna, kept.id)[-1]["html"]


def test_a_lost_connection_does_not_lose_the_answer(slow: tuple[Keeper, SlowConductor], anna: OwnerId):
    keeper, conductor = slow
    conductor.go.set()
    watching = keeper.reply(anna, "", Box(text=QUESTION, files=[]))
    conversation = next(watching).conversation
    del watching

    assert "3-5个" in eventually(keeper, anna, conversation)


def test_a_server_that_ended_leaves_the_question_and_an_answer_marked_unfinished(
    slow: tuple[Keeper, SlowConductor], anna: OwnerId
):
    keeper, conductor = slow
    watching = threading.Thread(target=ask, args=(keeper, anna, QUESTION))
    watching.start()
    assert conductor.asked.wait(20)
    next_server = replace(keeper, turns=Turns[Update](4), started=keeper.store.now())

    (kept,) = next_server.conversations(anna)
    question, answer = next_server.open(anna, kept.id)
    conductor.go.set()
    watching.join(20)

    assert question["text"] == QUESTION
    assert answer["state"] == ""
    assert UNFINISHED in answer["html"]


def test_stopping_keeps_what_was_said_and_nothing_comes_after(slow: tuple[Keeper, SlowConductor], anna: OwnerId):
    keeper, conductor = slow
    watching = threading.Thread(target=ask, args=(keeper, anna, QUESTION))
    watching.start()
    assert conductor.asked.wait(20)
    (kept,) = keeper.conversations(anna)

    stopped = keeper.stop(anna, kept.id)
    conductor.go.set()
    watching.join(20)

    assert "已停止" in stopped[-1]["html"]
    assert stopped[-1]["state"] == ""
    assert keeper.open(anna, kept.id) == stopped


def test_a_stopped_answer_is_finished_in_its_place(slow: tuple[Keeper, SlowConductor], anna: OwnerId, bert: OwnerId):
    keeper, conductor = slow
    watching = threading.Thread(target=ask, args=(keeper, anna, QUESTION))
    watching.start()
    assert conductor.asked.wait(20)
    (kept,) = keeper.conversations(anna)
    stopped = keeper.stop(anna, kept.id)
    conductor.go.set()
    watching.join(20)

    assert stopped[-1]["unfinished"]
    assert list(keeper.again(bert, kept.id, 1)) == []
    list(keeper.again(anna, kept.id, 1))
    question, answer = keeper.open(anna, kept.id)
    assert question["text"] == QUESTION
    assert "3-5个" in answer["html"]
    assert not answer["unfinished"]


def test_a_question_with_a_file_is_answered_again_with_the_same_file(keeper: Keeper, anna: OwnerId):
    path = hand_over(keeper, anna, "草 稿.md", "题目：关于钠电界面的研究")
    kept = list(keeper.reply(anna, "", Box(text="检查一下", files=[path])))[-1]
    again = list(keeper.again(anna, kept.conversation, 1))[-1]
    first, second = (again.update.messages[number] for number in (1, 3))

    assert len(keeper.open(anna, kept.conversation)) == 4
    assert again.update.messages[2]["text"] == "检查一下 草 稿.md"
    assert first["verb"] == second["verb"] == "check"
    assert first["text"] == second["text"]
    assert str(keeper.page.uploads) not in first["text"] + first["html"]
    assert [one.name for one in keeper.store.files.list(anna)] == ["草 稿.md"]


def test_nobody_opens_continues_or_stops_what_is_anothers(keeper: Keeper, anna: OwnerId, bert: OwnerId):
    conversation = ask(keeper, anna, QUESTION)[-1].conversation

    assert keeper.open(bert, conversation) == []
    assert keeper.conversations(bert) == ()
    refused = ask(keeper, bert, "还有呢？", conversation)[-1]
    assert "没有这个会话" in refused.update.messages[-1]["text"]
    assert keeper.stop(bert, conversation) == []
    keeper.delete(bert, conversation)
    assert len(keeper.open(anna, conversation)) == 2


def test_a_handed_over_file_is_kept_with_its_conversation(keeper: Keeper, anna: OwnerId, bert: OwnerId):
    path = hand_over(keeper, anna, "草稿.md", "题目：钠电的界面？")
    kept = list(keeper.reply(anna, "", Box(text="", files=[path])))[-1]

    (file,) = keeper.store.files.list(anna)
    assert (file.name, file.conversation) == ("草稿.md", kept.conversation)
    assert keeper.store.files.read(anna, file.id).decode() == "题目：钠电的界面？"
    assert keeper.store.files.list(bert) == ()
    assert not Path(path).exists()
    keeper.delete(anna, kept.conversation)
    assert keeper.store.files.list(anna) == ()


@pytest.mark.parametrize("path", ["{own}/../{other}/one/草稿.md", "{other}/one/草稿.md", "/etc/hostname"])
def test_only_ones_own_files_are_taken(keeper: Keeper, anna: OwnerId, bert: OwnerId, path: str):
    hand_over(keeper, anna, "草稿.md", "题目：秘密的题目？")
    asked = path.format(own=keeper.folder(bert), other=keeper.folder(anna))

    refused = list(keeper.reply(bert, "", Box(text="", files=[asked])))[-1]

    assert "不是您交来的" in refused.update.messages[-1]["text"]
    assert "秘密" not in refused.update.messages[-1]["html"]
    assert keeper.conversations(bert) == ()


def test_a_store_that_fails_says_so_and_the_answer_is_shown(
    keeper: Keeper, anna: OwnerId, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise StoreError("保存的数据无法读写。")

    monkeypatch.setattr("assistant.store.conversations.Conversations.put", fail)
    last = ask(keeper, anna, QUESTION)[-1].update.messages[-1]

    assert "3-5个" in last["html"]
    assert "无法读写" in last["html"]


def test_many_ask_at_once_and_each_has_their_own(keeper: Keeper):
    owners = [keeper.store.sessions.begin()[1].owner for _ in range(6)]
    threads = [threading.Thread(target=ask, args=(keeper, one, f"{QUESTION}（{at}）")) for at, one in enumerate(owners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    for at, owner in enumerate(owners):
        (kept,) = keeper.conversations(owner)
        assert kept.title.endswith(f"（{at}）")
        assert "3-5个" in keeper.open(owner, kept.id)[-1]["html"]


def test_following_ends_when_the_answer_is_whole(slow: tuple[Keeper, SlowConductor], anna: OwnerId):
    keeper, conductor = slow
    watching = threading.Thread(target=ask, args=(keeper, anna, QUESTION))
    watching.start()
    assert conductor.asked.wait(20)
    (kept,) = keeper.conversations(anna)
    follow = keeper.follow(anna, kept.id)
    assert next(follow)[-1]["state"]

    conductor.go.set()
    time.sleep(0)
    assert "3-5个" in list(follow)[-1][-1]["html"]
    watching.join(20)


def test_a_draft_lives_in_the_store_and_its_form_is_fetched_by_its_owner(keeper: Keeper, anna: OwnerId, bert: OwnerId):
    first = ask(keeper, anna, "我想写一份前沿科学问题")[-1]
    ask(keeper, anna, "固态锂电池里锂枝晶怎样穿过陶瓷电解质？", first.conversation)
    exported = ask(keeper, anna, "导出为Word", first.conversation)[-1].update.messages[-1]

    (draft,) = keeper.store.drafts.list(anna)
    assert "锂枝晶" in str(draft.content)
    assert keeper.store.drafts.list(bert) == ()
    (file,) = keeper.store.files.list(anna)
    assert file.origin == "made"
    assert f'href="/fetch/{file.id}"' in exported["html"]
    assert keeper.store.files.read(anna, file.id).startswith(b"PK")
    assert str(keeper.page.uploads) not in exported["html"] + exported["text"]


def test_a_turn_that_was_cut_off_after_it_had_written_writes_nothing_a_second_time(keeper: Keeper, anna: OwnerId):
    begun = ask(keeper, anna, "我想写一份前沿科学问题")[-1].conversation
    ask(keeper, anna, "固态锂电池里锂枝晶怎样穿过陶瓷电解质？", begun)
    (written,) = keeper.store.drafts.list(anna)
    keeper.store.conversations.put(anna, begun, 3, Said(state="正在记下…"))
    keeper.stop(anna, begun)
    last = list(keeper.again(anna, begun, 3))[-1].update.messages

    assert keeper.store.drafts.list(anna) == (written,)
    assert len(last) == 4
    assert "wj-question" in last[-1]["html"]


def test_a_turn_that_was_cut_off_before_it_wrote_is_done(slow: tuple[Keeper, SlowConductor], anna: OwnerId):
    keeper, conductor = slow
    asking = threading.Thread(target=ask, args=(keeper, anna, "我想写一份前沿科学问题"))
    asking.start()
    assert conductor.asked.wait(20)
    (kept,) = keeper.conversations(anna)
    keeper.stop(anna, kept.id)
    conductor.go.set()
    asking.join(20)
    assert keeper.store.drafts.list(anna) == ()

    list(keeper.again(anna, kept.id, 1))
    assert len(keeper.store.drafts.list(anna)) == 1
