"""The shipped forms: every official template of a notice is there, and a blank one is read back as itself."""

from pathlib import Path

import pytest

from assistant.documents.fields import choose_form, recognise
from assistant.documents.reading import read_bytes
from assistant.domain.form import Form
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root

_ROOT = corpus_root()
_FOLDERS = sorted(path.parent for path in _ROOT.glob("*/programme.yaml"))
_FORMS = {(folder.name, form.name): form for folder in _FOLDERS for form in load_forms(folder, _ROOT)}
_LABELLED = [key for key, form in _FORMS.items() if not form.whole]
_BY_NAME = {form.name: form for form in _FORMS.values()}


@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda folder: folder.name)
def test_every_programme_has_its_forms(folder: Path):
    names = [form.name for form in load_forms(folder, _ROOT)]

    wanted = {"cast": ["problem", "recommendation", "report", "plan"], "pioneer": ["pioneer"]}
    assert names == wanted.get(folder.name.split("-")[0], ["proposal"])


@pytest.mark.parametrize("key", _LABELLED, ids="/".join)
@pytest.mark.parametrize("layout", ["colon", "table", "numbered", "alone"])
def test_every_label_of_a_form_is_found_in_a_draft_of_it(key: tuple[str, str], layout: str):
    form = _FORMS[key]
    fields = [spec for spec in form.fields if not spec.heading]
    lines = [_lay_out(layout, index, spec.label) for index, spec in enumerate(fields, start=1)]
    draft = recognise(read_bytes("x.md", "\n".join(lines).encode()), list(_BY_NAME.values()))

    assert draft.form == form.name
    assert [(one.label, one.text) for one in draft.fields] == [(spec.label, "内容。") for spec in fields]


def _lay_out(layout: str, index: int, label: str) -> str:
    shapes = {
        "colon": f"{label}：内容。", "table": f"| {label} | 内容。 |", "numbered": f"{index}. {label}: 内容。",
        "alone": f"**{label}**\n\n内容。\n",
    }  # fmt: skip
    return shapes[layout]


@pytest.mark.parametrize("key", _FORMS, ids="/".join)
def test_every_alias_names_its_field(key: tuple[str, str]):
    form = _FORMS[key]
    pairs = [(alias, spec.label) for spec in form.fields for alias in spec.aliases]

    found = {
        alias: [one.label for one in recognise(read_bytes("x.txt", f"{alias}：内容。".encode()), [form]).fields]
        for alias, _ in pairs
    }
    assert found == {alias: [label] for alias, label in pairs}


@pytest.mark.parametrize("form", _BY_NAME.values(), ids=lambda form: form.name)
def test_the_heading_alone_tells_a_form_with_one_label(form: Form):
    text = f"{form.title}\n{form.fields[-1].label}：内容。"

    chosen = choose_form(read_bytes("x.txt", text.encode()), list(_BY_NAME.values()))
    assert chosen is not None
    assert chosen.name == form.name


@pytest.mark.parametrize("key", [key for key in _LABELLED if key[1] != "proposal"], ids="/".join)
def test_the_template_in_the_notice_itself_is_read_as_the_form(key: tuple[str, str]):
    """The blank template as the notice prints it: every item is found, with the hint as its only text."""
    form = _FORMS[key]
    notice = (_ROOT / form.doc / "notice.txt").read_text(encoding="utf-8")
    start = notice.rindex(f"\n{form.clause}\n")
    end = notice.find("\n附件", start + len(form.clause) + 2)
    draft = recognise(read_bytes("x.txt", notice[start : end if end > 0 else None].encode()), [form])

    assert {spec.label for spec in form.fields} <= {one.label for one in draft.fields}


@pytest.mark.parametrize(
    "heading",
    [
        "推荐方案",
        "推荐工作方案",
        "中国材料研究学会问题难题推荐工作方案",
        "中国化学会2023年前沿科学问题、工程技术难题和产业技术问题征集推荐方案",
        "关于2023重大科学问题、工程技术难题和产业技术问题推荐工作方案",
    ],
)
def test_a_plan_is_known_by_its_heading_and_is_one_text(heading: str):
    text = f"{heading}\n一、推荐原则\n公平公正。\n二、学术秘书：许望舒\n联系人：许望舒"
    draft = recognise(read_bytes("x.txt", text.encode()), list(_BY_NAME.values()))

    assert draft.form == "plan"
    assert [one.label for one in draft.fields] == ["正文"]
    assert draft.fields[0].text.split("\n")[-2:] == ["二、学术秘书：许望舒", "联系人：许望舒"]
    assert draft.unassigned == ()


def test_a_report_that_tells_of_the_plan_is_a_report():
    lines = [
        "问题难题遴选推荐报告",
        "推荐单位：中国化学会",
        "学术秘书：许望舒",
        "2. 遴选推荐工作开展情况",
        "制定推荐工作方案",
    ]

    assert recognise(read_bytes("x.txt", "\n".join(lines).encode()), list(_BY_NAME.values())).form == "report"
