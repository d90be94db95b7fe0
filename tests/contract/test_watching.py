"""What a turn's requests cost, what is told while they go on, and what is left of them once the user stops."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.conversation import converse
from assistant.domain.answer import Turn
from assistant.domain.made import Prices
from assistant.errors import StoppedError
from assistant.watching import watched
from tests.contract.agents import EMBEDDED, make_agent, order, say
from tests.contract.loopback import FAULTS, Reply, serve
from tests.contract.test_section_writers import fill_with
from tests.contract.test_section_writers import make_assistant as make_drafter
from tests.contract.test_title_writers import GOOD, TITLE, make_assistant, write
from wenjin_ui.views.messages import Box
from wenjin_ui.work.handlers import Page
from wenjin_ui.work.turns import Turns

TODAY = date(2023, 3, 1)


def test_a_result_tells_its_requests_and_tokens_and_what_these_cost():
    with serve() as endpoint:
        endpoint.replies += [write(("甲烷的未来？", "x")), Reply(content=write(GOOD).content, usage=(1200, 80))]
        assistant = make_assistant(endpoint.base_url)
        priced = replace(assistant, prices=Prices(read=2, written=8))
        usage = priced.title(TITLE, today=TODAY).usage

    assert usage is not None
    assert usage.requests == 2
    assert usage.estimated  # of the first request the endpoint told nothing
    assert usage.read > 1200
    assert usage.written == 80 + len(write(("甲烷的未来？", "x")).content)
    assert usage.cost == pytest.approx((2 * usage.read + 8 * usage.written) / 1_000_000)


def test_what_an_endpoint_tells_is_taken_as_it_is():
    with serve() as endpoint:
        endpoint.replies.append(Reply(content=write(GOOD).content, usage=(1200, 80)))
        usage = make_assistant(endpoint.base_url).title(TITLE, today=TODAY).usage

    assert usage is not None
    assert (usage.requests, usage.read, usage.written, usage.estimated, usage.cost) == (1, 1200, 80, False, None)


def test_requests_made_in_vain_are_counted_too():
    with serve() as endpoint:
        endpoint.replies.append(FAULTS["malformed"])
        advice = make_assistant(endpoint.base_url).title(TITLE, today=TODAY)

    assert advice.made is None
    assert advice.usage is not None
    assert advice.usage.requests == 2


def test_without_a_model_nothing_is_told_of_any():
    with serve() as endpoint:
        assistant = make_assistant(endpoint.base_url)
        plain = replace(assistant, titles=None)

    assert "usage" not in plain.title(TITLE, today=TODAY).model_dump(mode="json")


def test_what_is_done_is_told_and_no_word_of_the_models_is():
    told: list[str] = []
    with serve() as endpoint, watched(tell=told.append):
        endpoint.replies.append(write(GOOD))
        make_assistant(endpoint.base_url).title(TITLE, today=TODAY)

    assert told[0] == "语言模型正在撰写…"
    assert told[-2:] == ["正在核对…", ""]
    assert GOOD[0] not in "".join(told)


def stall(stop: Callable[[], None]) -> Callable[[dict[str, Any]], Reply]:
    """Answer with a reply that never ends, and stop once it has begun."""

    def answer(_body: dict[str, Any]) -> Reply:
        threading.Timer(0.3, stop).start()
        return FAULTS["dribble"]

    return answer


def test_stopping_ends_the_request_with_its_connection(tmp_path: Path):
    stopped = threading.Event()
    with serve() as endpoint:
        endpoint.answer = stall(stopped.set)
        drafter = make_drafter(endpoint.base_url)
        with pytest.raises(StoppedError), watched(stopped=stopped):
            fill_with(drafter, tmp_path)
        hung_up = endpoint.served.acquire(timeout=10)

    assert hung_up
    assert len(endpoint.requests) == 1


def test_the_pages_order_to_stop_reaches_the_request(tmp_path: Path):
    with serve() as endpoint:
        assistant, turns = make_drafter(endpoint.base_url), Turns[str](at_once=1)
        endpoint.answer = stall(lambda: turns.stop(("我", "1"), lambda: None))

        def work() -> Iterator[str]:
            yield "开始"
            with suppress(StoppedError):  # the page says it; nobody hears it any more
                fill_with(assistant, tmp_path)
            yield "停下以后"

        shown = list(turns.run(("我", "1"), work(), lambda piece: piece))
        hung_up = endpoint.served.acquire(timeout=10)

    assert shown == ["开始"]
    assert hung_up


def test_the_page_tells_what_the_model_does_and_then_what_it_cost(tmp_path: Path):
    with serve() as endpoint:
        endpoint.replies += [order("title", title=TITLE), write(GOOD)]
        assistant = make_assistant(endpoint.base_url)
        page = Page(
            assistant=assistant,
            conductor=make_agent(endpoint.base_url),
            today=lambda: TODAY,
            uploads=tmp_path,
            piece_seconds=0,
        )
        box: Box = {"text": f"把“{TITLE}”改成问句", "files": []}
        with watched():
            updates = list(page.reply(box, []))
    states = [one.messages[-1]["state"] for one in updates]
    last = updates[-1].messages[-1]["html"]

    assert "语言模型正在撰写…" in states
    assert "正在核对…" in states
    assert GOOD[0] not in str(
        [one.messages[-1]["html"] for one in updates if one.messages[-1]["state"].startswith("语言")]
    )
    assert "模型请求2次" in last


def test_a_conversation_goes_on_when_the_endpoint_is_switched_off_in_its_middle():
    messages = say(f"把“{TITLE}”改成问句")
    with serve() as endpoint:
        endpoint.replies += [order("title", title=TITLE), write(GOOD)]
        assistant, agent = make_assistant(endpoint.base_url), make_agent(endpoint.base_url)
        first = converse(assistant, agent, messages, today=TODAY)
    messages = [*messages, Turn(role="assistant", content=first.reply), *say("以前有没有人提过这个")]
    cut = converse(assistant, agent, messages, today=TODAY)
    off = converse(replace(assistant, titles=None), EMBEDDED, messages, today=TODAY)

    assert first.usage is not None
    assert first.usage.requests == 2
    assert GOOD[0] in first.reply
    assert (cut.verb, cut.result) == (off.verb, off.result)
    assert "连不上" in cut.reply.partition("\n")[0]
    assert off.usage is None
