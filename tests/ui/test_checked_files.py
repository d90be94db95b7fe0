"""Files of a check after it: members of an archive beside their findings and as copies, a paragraph for a reviewer."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from starlette.testclient import TestClient

from assistant.domain.finding import Reports
from assistant.domain.owner import OwnerId
from assistant.drafting.rewording import Wordsmiths
from assistant.library.prompts import load_prompt
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.store.store import open_store
from assistant.writing.llm_sections import LlmSectionWriter
from tests.contract.agents import make_speaker
from tests.contract.loopback import serve
from tests.contract.test_briefs import repeat
from tests.ui.pages import elements
from wenjin_ui.app import build_app, build_keeper
from wenjin_ui.asset import read_asset
from wenjin_ui.views.drafts import MOST_BESIDE
from wenjin_ui.views.messages import Box
from wenjin_ui.web.cookies import Signatures
from wenjin_ui.work.keeping import Keeper, Kept
from wenjin_ui.work.workroom import Workroom

SAMPLE = read_asset("sample-draft.md")


@pytest.fixture
def keeper(assistant: Assistant, tmp_path: Path) -> Iterator[Keeper]:
    store = open_store(tmp_path / "data")
    yield build_keeper(assistant, store, tmp_path / "uploads")
    store.close()


def enter(keeper: Keeper) -> tuple[TestClient, OwnerId]:
    app = build_app(Settings.model_validate({"offline": True}), keeper)
    client = TestClient(app, base_url="http://wenjin.test", follow_redirects=False)
    client.get("/")
    signatures = Signatures(keeper.store.key("session"))
    held = signatures.token(client.cookies[signatures.cookie])
    assert held is not None
    visitor = keeper.store.sessions.find(held[0])
    assert visitor is not None
    return client, visitor.owner


def word(text: str) -> bytes:
    document, buffer = Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line.lstrip("# "))
    document.save(buffer)
    return buffer.getvalue()


def pack(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def check(keeper: Keeper, owner: OwnerId, name: str, data: bytes) -> Kept:
    folder = keeper.folder(owner) / "one"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    return list(keeper.reply(owner, "", Box(text="检查", files=[str(folder / name)])))[-1]


def papers(html: str | None) -> list[str]:
    return [one.attributes["data-paper"] for one in elements(html or "") if "data-paper" in one.attributes]


def test_members_of_an_archive_are_shown_beside_their_findings_and_handed_out_as_copies(keeper: Keeper):
    client, owner = enter(keeper)
    last = check(keeper, owner, "全部.zip", pack({"甲.md": SAMPLE.encode(), "乙/乙.docx": word(SAMPLE)}))
    html = last.update.messages[-1]["html"]
    links = [one.attributes["href"] for one in elements(html) if one.attributes.get("href", "").startswith("/results/")]
    kinds = {link.split("/", 4)[4]: client.get(link) for link in links if link.count("/") == 5}

    assert papers(last.update.draft) == ["0", "1"]
    assert set(kinds) == {"0/annotated", "0/anonymous", "1/anonymous"}
    assert {answer.status_code for answer in kinds.values()} == {200}
    assert b"word/comments.xml" in kinds["0/annotated"].content


def test_a_check_that_is_opened_again_shows_the_members_again(keeper: Keeper):
    _, owner = enter(keeper)
    last = check(keeper, owner, "全部.zip", pack({"甲.md": SAMPLE.encode(), "乙.md": f"{SAMPLE}\n附注。\n".encode()}))

    assert papers(Workroom(keeper.store, keeper.page).reopen(owner, last.conversation, 1)) == ["0", "1"]


def test_of_many_members_the_one_that_is_asked_for_is_shown(keeper: Keeper):
    _, owner = enter(keeper)
    many = {f"稿{number:02}.md": f"{SAMPLE}\n第{number}份。\n".encode() for number in range(MOST_BESIDE + 2)}
    last = check(keeper, owner, "全部.zip", pack(many))

    assert len(papers(last.update.draft)) == MOST_BESIDE
    assert papers(Workroom(keeper.store, keeper.page).reopen(owner, last.conversation, 1, MOST_BESIDE + 1)) == [
        str(MOST_BESIDE + 1)
    ]


def test_a_check_is_summed_up_for_its_owner_kept_and_put_into_the_word_report(keeper: Keeper):
    (anna, owner), (bert, _) = enter(keeper), enter(keeper)
    conversation = check(keeper, owner, "稿.md", SAMPLE.encode()).conversation
    path = f"/results/{conversation}/1/0/brief"
    told = anna.post(path)
    stored = Reports.model_validate(keeper.store.conversations.messages(owner, conversation)[1].said.result)
    report = Document(io.BytesIO(anna.get(f"/results/{conversation}/1/report.docx").content))

    assert told.status_code == 200
    assert stored.briefs[0].text in "".join(one.text for one in elements(told.text))
    assert stored.briefs[0].text in [one.text for one in report.paragraphs]
    assert bert.post(path).status_code == 404


def test_a_model_words_the_summary_and_its_words_are_kept(keeper: Keeper):
    with serve() as endpoint:
        endpoint.answer = repeat
        writer = LlmSectionWriter(speaker=make_speaker(endpoint.base_url, 10), prompt=load_prompt("summary"))
        spoken = replace(keeper.page.assistant, wordsmiths=Wordsmiths(summary=writer))
        client, owner = enter(replace(keeper, page=replace(keeper.page, assistant=spoken)))
        conversation = check(keeper, owner, "稿.md", SAMPLE.encode()).conversation
        told = client.post(f"/results/{conversation}/1/0/brief").text

    assert "经查，" in told
    assert "scripted-1" in told
