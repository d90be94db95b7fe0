"""What a turn wants follows from the messages alone: what is remembered of earlier turns makes no difference."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answer import Turn
from assistant.domain.call import Call, HelpCall
from assistant.library.programmes import load_catalogue
from assistant.routing.conductor import EmbeddedConductor
from assistant.routing.past import Memory, Past, read_past

SHARED = EmbeddedConductor.over(load_catalogue())
SAID = (
    "2023年每个单位可以推荐几个？",
    "那2022年呢",
    "第二条呢",
    "把“高镍正极界面失效机理研究”改成问句",
    "换一个",
    "用第2个",
    "深海采矿装备适合哪个方向",
    "稿件.docx 检查一下",
    "帮我写一份推荐表",
    "是",
    "题目：高镍正极为何失效",
    "你好",
    "撤销",
)
REPLIES = (
    "2023年征集通知：每个单位可推荐3至5个。",
    "可以改成：\n  1. 如何突破失效？\n  2. 为何失效？",
    "请写上题目。",
    "",
)
ROLES = st.sampled_from(["user", "user", "assistant"])
TALKS = st.lists(st.tuples(ROLES, st.sampled_from(SAID), st.sampled_from(REPLIES)), max_size=10)


def turns(talk: list[tuple[str, str, str]]) -> list[Turn]:
    return [
        Turn(role="user", content=said) if role == "user" else Turn(role="assistant", content=reply)
        for role, said, reply in talk
    ]


def decide_all(conductor: EmbeddedConductor, messages: list[Turn]) -> list[Call]:
    return [conductor.route(messages[: place + 1]) for place, message in enumerate(messages) if message.role == "user"]


@settings(max_examples=30, deadline=None)
@given(first=TALKS, second=TALKS, most=st.integers(1, 4))
def test_a_turn_is_decided_alike_whatever_is_remembered(
    first: list[tuple[str, str, str]], second: list[tuple[str, str, str]], most: int
):
    talks = [turns(first), turns(second), turns([*first, *second])]
    forgetful = replace(SHARED, memory=Memory(most))

    for messages in talks:
        anew = [
            replace(SHARED, memory=Memory(1)).route(messages[: place + 1])
            for place, message in enumerate(messages)
            if message.role == "user"
        ]
        assert decide_all(SHARED, messages) == anew
        assert decide_all(forgetful, messages) == anew


def test_each_earlier_turn_is_decided_once_however_long_the_conversation():
    decided: list[str] = []

    def decide(text: str, _files: tuple[str, ...], _past: Past) -> Call:
        decided.append(text)
        return HelpCall()

    memory, messages = Memory(), list[Turn]()
    for number in range(20):
        messages.append(Turn(role="user", content=f"第{number}问"))
        messages.append(Turn(role="assistant", content="答"))
        assert len(read_past(messages, decide, memory).exchanges) == number + 1

    assert decided == [f"第{number}问" for number in range(20)]


def test_only_so_many_conversations_are_remembered():
    memory = Memory(2)
    for digest in (b"a", b"b", b"c"):
        memory.keep(digest, Past(heard=digest.decode()))

    assert [memory.find([digest])[0] for digest in (b"a", b"b", b"c")] == [0, 1, 1]
