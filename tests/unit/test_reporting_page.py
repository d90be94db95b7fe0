"""The HTML page: whole in itself, escaped, filtered without a script."""

import re
from html.parser import HTMLParser

from assistant.reporting.page import render_page
from assistant.reporting.sheet import Sheet
from assistant.wording import NOT_ACCEPTANCE
from tests.unit.reporting import CLEAN, FINDING, REPORT, TODAY, shown

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\x1b[31m\u202e"


class Outline(HTMLParser):
    """Tags with their attributes, and the text outside style."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self._styled = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._styled = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._styled = self._styled and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self._styled:
            self.said.append(data)

    @property
    def text(self) -> str:
        return "".join(self.said)


def page(*reports: object, further: tuple[Sheet, ...] = ()) -> bytes:
    return render_page(shown(*reports), title="检查报告", made_on=TODAY, further=further)  # pyright: ignore[reportArgumentType] - lists pass


def test_the_page_asks_for_nothing_outside_and_runs_no_script():
    made = page()

    tags = Outline(made).tags
    assert not any(tag in {"script", "link", "img", "iframe", "object"} for tag, _ in tags)
    assert not any(name.startswith("on") or name == "src" for _, held in tags for name in held)
    assert all((held.get("href") or "#").startswith("#") for _, held in tags)
    assert not re.search(rb"url\(|@import|https?://", made)
    policy = next(held for tag, held in tags if tag == "meta" and held.get("http-equiv"))
    assert (policy["content"] or "").startswith("default-src 'none'")


def test_text_of_a_draft_is_text_and_nothing_else():
    finding = FINDING.model_copy(update={"message": HOSTILE, "evidence": HOSTILE, "suggestion": HOSTILE})
    made = Outline(page(REPORT.model_copy(update={"file": HOSTILE, "findings": (finding,)})))

    assert not any(tag in {"script", "img"} for tag, _ in made.tags)
    assert made.text.count("<script>alert(1)</script>") == 4
    assert "\x1b" not in made.text
    assert "\u202e" not in made.text


def test_every_part_of_a_report_is_shown():
    text = Outline(page()).text

    for said in (
        "3个文件：无法读取 1 · 有错误 1 · 通过 1",
        "稿件/甲.docx",
        "前沿科学问题列了6个。",
        "推荐列表 · 第2段",
        "共6个",
        "6；要求：3至5个",
        "「每个推荐单位可推荐各3-5个」〔征集 三〕",
        "〔本工具的解读〕按每类分别计。",
        "请减少到5个以内。",
        "cast.list.count",
        "〔通用检查〕",
        "待人工确认 2",
        "签字属实吗？",
        "已满足 1",
        "读不了。请另存为 .docx。",
        "关于征集2023问题的通知 · 某函〔2023〕1号",
        "2023-03-01",
    ):
        assert said in text
    assert text.count(NOT_ACCEPTANCE) == 2


def test_a_choice_hides_what_is_not_wanted_by_style_alone():
    made = page(REPORT)

    inputs = [held for tag, held in Outline(made).tags if tag == "input"]
    assert [one["id"] for one in inputs] == ["show-all", "show-error", "show-warning", "show-item"]
    assert ["checked" in one for one in inputs] == [True, False, False, False]
    for one in inputs[1:]:
        assert f"#{one['id']}:checked ~ main".encode() in made


def test_one_clean_report_offers_no_choice_but_all():
    made = Outline(page(CLEAN))

    assert [held["id"] for tag, held in made.tags if tag == "input"] == ["show-all"]
    assert "汇总" not in made.text


def test_further_tables_stand_before_the_reports():
    sheet = Sheet(
        title="名单", header=("姓名", "人数"), rows=(("周<一>", 3), ("有错误", None)), widths=(9, 9), notes=("注。",)
    )

    text = Outline(page(further=(sheet,))).text

    assert text.index("名单") < text.index("周<一>") < text.index("注。") < text.index("稿件/甲.docx")
