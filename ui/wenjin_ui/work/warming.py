"""What the first question would wait for, done while the page is opened: a turn of each kind, kept nowhere."""

import threading
from dataclasses import replace

from assistant.routing.conductor import EmbeddedConductor
from assistant.writing.embedded import EmbeddedWriter
from wenjin_ui.views.messages import Box
from wenjin_ui.work.handlers import Page

_QUESTION = "项目申报什么时候截止？"
_PROBLEM = "匹配指南方向：新材料的力学性能怎样预测？"
_DRAFT = "# 题目\n\n新材料的力学性能怎样预测？\n"


def start_warming(page: Page) -> None:
    """Do the turns in a thread that ends with the process. No model is asked, and nobody is told of an error."""
    threading.Thread(target=_warm, args=(_without_model(page),), name="warm", daemon=True).start()


def _without_model(page: Page) -> Page:
    shared = page.assistant
    plain = replace(shared, open_search=lambda: shared.search, writer=EmbeddedWriter(), titles=None)
    return replace(page, assistant=plain, conductor=EmbeddedConductor.over(plain.catalogue), piece_seconds=0.0)


def _warm(page: Page) -> None:
    draft = page.uploads / "warm.md"
    draft.write_text(_DRAFT, "utf-8")
    for box in (Box(text=_QUESTION, files=[]), Box(text="", files=[str(draft)]), Box(text=_PROBLEM, files=[])):
        for _ in page.reply(box, []):
            pass
