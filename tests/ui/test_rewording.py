"""A field in a model's words, asked for beside it: the author's own words stay in sight and come back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.drafting_call import InterviewCall
from assistant.drafting.interview.shelf import MemoryShelf
from assistant.drafting.interview.turn import Interviewer
from assistant.drafting.rewording import Wordsmiths
from assistant.drafting_turns import Desk
from assistant.library.prompts import load_prompt
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.writing.llm_sections import LlmSectionWriter
from tests.contract.agents import make_speaker
from tests.contract.loopback import FAULTS, Endpoint, Reply, serve
from tests.ui.pages import elements, with_class
from wenjin_ui.work.changing import Edit, Reword, Turn
from wenjin_ui.work.handlers import Page

TODAY = date(2023, 3, 1)
FIELD = "问题背景"
OWN = "稻田是甲烷的重要来源，约占农业排放的10%。我们2019年起做观测，发现烤田以后排放没有马上下降。"
FLUENT = ("稻田是甲烷的重要来源，约占农业排放的10%。", "自2019年起的观测发现，烤田以后排放并没有马上下降。")


def wording(*sentences: str) -> Reply:
    rows = [{"text": text, "notes": [f"N{number}"]} for number, text in enumerate(sentences, start=1)]
    return Reply(content=json.dumps({"sections": [{"label": FIELD, "sentences": rows}]}, ensure_ascii=False))


@dataclass
class Writing:
    page: Page
    draft: str
    endpoint: Endpoint

    def reword(self, *, back: bool = False) -> str:
        return self.page.change(self.draft, Reword(FIELD, self.page.words_sections, back=back))

    def text(self) -> str:
        return self.page.open_work(self.draft).texts[FIELD]


@pytest.fixture
def writing(assistant: Assistant, tmp_path: Path) -> Iterator[Writing]:
    with serve() as endpoint:
        writer = LlmSectionWriter(speaker=make_speaker(endpoint.base_url, 2), prompt=load_prompt("section"))
        page = Page(
            assistant=replace(assistant, wordsmiths=Wordsmiths(sections=writer)),
            conductor=EmbeddedConductor.over(assistant.catalogue),
            today=lambda: TODAY,
            uploads=tmp_path,
            desk=Desk(store=MemoryShelf()),
        )
        begun = Interviewer(catalogue=assistant.catalogue, store=page.desk.store, today=TODAY).take(
            InterviewCall(act="begin", text="稻田甲烷排放的微生物调控机制是什么？"), ""
        )
        page.change(begun.draft, Edit(FIELD, "\n".join(OWN.replace("。", "。\n").split())))
        yield Writing(page, begun.draft, endpoint)


def offered(html: str, attribute: str) -> list[str]:
    return [one.attributes[attribute] for one in elements(html) if attribute in one.attributes]


def test_a_model_is_offered_for_prose_alone(writing: Writing):
    assert offered(writing.page.form(writing.draft), "data-reword") == [FIELD]


def test_without_a_model_nothing_is_offered(writing: Writing, assistant: Assistant):
    plain = replace(writing.page, assistant=assistant)

    assert offered(plain.form(writing.draft), "data-reword") == []
    assert "没有接语言模型" in with_class(plain.change(writing.draft, Reword(FIELD, None)), "wj-failure")[0].text


def test_the_authors_own_words_stay_beside_the_models_and_come_back(writing: Writing):
    own = writing.text()
    writing.endpoint.replies.append(wording(*FLUENT))
    html = writing.reword()
    beside = next(one for one in with_class(html, "wj-model") if one.tag == "div")

    assert writing.text() == "".join(FLUENT)
    assert all(line in beside.text for line in own.splitlines())
    assert offered(html, "data-own") == [FIELD]
    assert offered(html, "data-reword") == []
    assert len(writing.endpoint.requests) == 1

    writing.reword(back=True)
    assert writing.text() == own
    assert with_class(writing.page.form(writing.draft), "wj-redline") == []


def test_the_models_words_are_a_step_that_is_undone(writing: Writing):
    own = writing.text()
    writing.endpoint.replies.append(wording(*FLUENT))
    writing.reword()
    html = writing.page.change(writing.draft, Turn(back=True))

    assert writing.text() == own
    assert offered(html, "data-reword") == [FIELD]


def test_words_typed_over_the_models_are_the_authors_again(writing: Writing):
    writing.endpoint.replies.append(wording(*FLUENT))
    writing.reword()
    html = writing.page.change(writing.draft, Edit(FIELD, f"{''.join(FLUENT)}其原因尚不清楚。"))

    assert offered(html, "data-own") == []


def test_a_model_that_changes_nothing_is_no_step(writing: Writing):
    before = writing.page.open_work(writing.draft).draft
    writing.endpoint.replies.append(wording(*writing.text().splitlines()))
    html = writing.reword()

    assert "没有改动" in with_class(html, "wj-failure")[0].text
    assert writing.page.open_work(writing.draft).draft == before


@pytest.mark.parametrize("reply", FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_endpoint_leaves_the_field_as_it_was(writing: Writing, reply: Reply):
    own = writing.text()
    writing.endpoint.replies.append(reply)
    html = writing.reword()

    assert with_class(html, "wj-failure")
    assert writing.text() == own
