"""Every rule proves itself: by its examples, by its quotes, and by passing examples broken mechanically."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from assistant.checks.context import CheckContext
from assistant.checks.examples import DIRECTION, build_draft, build_example, expand, find_direction_id
from assistant.checks.judgement import Found, Judgement, Kept, Unsure
from assistant.checks.judging import judge
from assistant.checks.parsing.elements import holds
from assistant.checks.run import check_draft
from assistant.checks.subject import build_subject
from assistant.domain import rule as kinds
from assistant.domain.form import Form
from assistant.domain.kinds.base import BatchRuleBase, Example
from assistant.domain.programme import Programme, ProgrammeInfo
from assistant.domain.rule import DocumentRule, Rule
from assistant.errors import CorpusError
from assistant.library.forms import load_forms
from assistant.library.heads import load_head
from assistant.library.locations import corpus_root
from assistant.library.programmes import load_programme
from assistant.library.rules import load_rule_set, load_rules
from assistant.library.standards import load_disciplines, load_industries, load_released, load_terms
from assistant.text import squash
from tests.corpus.breaking import break_proposal

ROOT = corpus_root()
PROGRAMMES = tuple(
    sorted(path.parent.name for path in ROOT.glob("*/rules.yaml") if (path.parent / "programme.yaml").exists())
)
BROKEN = "完全不相干的内容"


@lru_cache
def rules_of(programme: str) -> tuple[Rule, ...]:
    return load_rules(ROOT / programme, ROOT)


def document_rules_of(programme: str) -> tuple[DocumentRule, ...]:
    return tuple(rule for rule in rules_of(programme) if not isinstance(rule, BatchRuleBase))


@lru_cache
def forms_of(programme: str) -> tuple[Form, ...]:
    return load_forms(ROOT / programme, ROOT)


@lru_cache
def info_of(programme: str) -> ProgrammeInfo:
    return load_head(ROOT / programme).info


@lru_cache
def guide_of(programme: str) -> Programme | None:
    """Return the programme where it is a guide, whose directions the rules look up."""
    return load_programme(ROOT / programme, ROOT) if load_head(ROOT / programme).head.value.kind == "guide" else None


@lru_cache
def context_of(programme: str, form: str, direction: str | None = None) -> CheckContext:
    guide = guide_of(programme)
    return CheckContext(
        directions=guide.directions if guide else (),
        direction=direction,
        clauses=guide.notice.clauses if guide else (),
        notice=guide.notice.text if guide else "",
        info=info_of(programme),
        form=next(one for one in forms_of(programme) if one.name == form),
        released=load_released(ROOT / "standards"),
        disciplines=load_disciplines(ROOT / "standards"),
        industries=load_industries(ROOT / "standards"),
        terms=load_terms(ROOT / "standards"),
        today=date(2026, 1, 1),
    )


def judge_example(programme: str, rule: DocumentRule, example: Example) -> Judgement:
    draft, form = build_example(rule, example, forms_of(programme))
    direction = find_direction_id(example)
    guide = direction.split("/")[0] if direction else programme
    return judge(rule, build_subject(draft, context_of(guide, form.name, direction)))


ALL = [
    pytest.param(programme, rule, id=f"{programme}:{rule.id}")
    for programme in PROGRAMMES
    for rule in document_rules_of(programme)
]
EVERY = [
    pytest.param(programme, rule, id=f"{programme}:{rule.id}")
    for programme in PROGRAMMES
    for rule in rules_of(programme)
]
"""Those on several drafts, too; `test_batch_rules.py` tries them."""


@pytest.mark.parametrize(("programme", "rule"), ALL)
def test_passing_examples_give_no_finding(programme: str, rule: DocumentRule):
    for example in rule.examples.passing:
        assert not isinstance(judge_example(programme, rule, example), Found), example


@pytest.mark.parametrize(("programme", "rule"), ALL)
def test_failing_examples_give_a_finding_or_ask(programme: str, rule: DocumentRule):
    for example in rule.examples.failing:
        wanted = Unsure if isinstance(rule, kinds.AttestRule) else Found
        assert isinstance(judge_example(programme, rule, example), wanted), example


@pytest.mark.parametrize(("programme", "rule"), EVERY)
def test_sources_are_words_of_their_notice_inside_a_named_clause(programme: str, rule: Rule):
    assert programme in PROGRAMMES
    assert bool(rule.sources) == (not rule.id.startswith("house."))
    for source in rule.sources:
        parts = sorted(ROOT.glob(f"{source.doc}*/notice.txt"))
        assert any(squash(source.quote) in squash(part.read_text("utf-8")) for part in parts)
        assert source.clause


def test_every_document_that_a_set_quotes_is_shipped():
    sets = (load_rule_set(path) for path in ROOT.glob("*/rules.yaml"))
    quoted = {source.doc for one in sets for rule in one.rules for source in rule.sources}
    assert all(list(ROOT.glob(f"{doc}*/notice.txt")) for doc in quoted)


def test_a_guide_of_several_cites_its_own_words_where_it_has_them():
    own = squash((ROOT / "nkrd-2021-09" / "notice.txt").read_text("utf-8"))
    sources = {rule.id: rule.sources for rule in rules_of("nkrd-2021-09")}
    assert all(squash(source.quote) in own for source in sources["guide.direction.second-level"])


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_a_quote_of_the_programmes_own_notice_comes_first(programme: str):
    for rule in rules_of(programme):
        docs = [source.doc for source in rule.sources]
        assert programme not in docs or docs[0] == programme


def test_rules_of_2023_say_where_they_rest_on_the_templates_of_2022():
    rules = {rule.id: rule for rule in rules_of("cast-2023")}
    assert rules["cast.rec.reason-length"].sources[0].doc == "cast-2022"
    assert "按2022年通知的附件执行" in (rules["cast.rec.reason-length"].reading or "")
    assert "按2022年通知的附件执行" not in (rules["cast.report.committee-size"].reading or "")


def test_interim_dates_bind_in_2022_only():
    assert "cast.report.milestones" in {rule.id for rule in rules_of("cast-2022")}
    assert "cast.report.milestones" not in {rule.id for rule in rules_of("cast-2023")}


def test_a_judgement_of_meaning_is_never_an_error_but_for_the_two_that_count_items_and_numbers():
    meant = [rule for name in PROGRAMMES for rule in rules_of(name) if rule.basis == "meaning"]
    errors = {rule.id for rule in meant if rule.severity == "error"}
    assert errors == {"guide.content.covers-research", "guide.content.covers-indicators"}


def break_example(rule: DocumentRule, example: Example) -> list[dict[str, str]]:  # noqa: C901, PLR0912 - one case a kind
    """Return the example broken in the ways that its kind must notice."""
    texts = {label: expand(text) for label, text in example.items()}
    match rule:
        case kinds.PresentRule() if rule.only_if_labelled:
            return [{label: text for label, text in texts.items() if label not in rule.fields}]
        case kinds.PresentRule() | kinds.PartsRule():
            return [without(texts, label) for label in rule.fields if label in texts]
        case kinds.CountRule() if rule.groups and rule.most:
            extra = "\n".join(f"{10 + number}. 附加的第{number}个问题如何解决？" for number in range(1, rule.most + 2))
            return [{**texts, label: f"{text}\n{extra}"} for label, text in texts.items() if label in rule.fields]
        case kinds.CountRule() if rule.groups:
            return [{label: text.rpartition("\n")[0] for label, text in texts.items()}]
        case kinds.CountRule() if rule.of.startswith("keywords"):
            return [
                {
                    **texts,
                    rule.fields[0]: texts[rule.fields[0]]
                    + "；"
                    + ("附加词" if rule.of == "keywords_zh" else "extra term"),
                },
                without(texts, rule.fields[0]),
            ]
        case kinds.LengthRule() if rule.most:
            return [
                {**texts, label: text + "超" * (rule.most + 1)} for label, text in texts.items() if label in rule.fields
            ]
        case kinds.ChoiceRule():
            return [{**texts, label: BROKEN} for label in rule.fields if label in texts]
        case kinds.QuestionRule() if rule.most is None:
            return [
                {**texts, label: text.replace("如何", "").replace("有何", "") + "的研究"}
                for label, text in texts.items()
            ]
        case kinds.QuestionRule():
            return [{**texts, label: f"{text}{text}"} for label, text in texts.items()]
        case kinds.PlaceholderRule():
            return [{**texts, label: text + "（以问句形式提出）"} for label, text in texts.items()]
        case kinds.AgreementRule() if rule.tallies[0].of.startswith("keywords"):
            return [{**texts, rule.tallies[0].field: texts[rule.tallies[0].field] + "；附加词"}]
        case kinds.AgreementRule():
            return [{label: text.rpartition("\n")[0] for label, text in texts.items()}]
        case kinds.DistinctRule():
            return [{label: f"{text}；{text.split('；')[0]}" for label, text in texts.items()}]
        case kinds.OrganisationRule():
            return [{**texts, label: text + "、云溪理工大学"} for label, text in texts.items()]
        case kinds.FormatRule():
            return [
                {label: text.replace("@", "#") for label, text in texts.items()},
                {label: text.replace("8000", "80") for label, text in texts.items()},
            ]
        case kinds.OrderRule():
            return [dict(reversed(texts.items()))]
        case kinds.TemplateRule():
            return [dict(list(texts.items())[: rule.least - 1])]
        case kinds.ShareRule():
            return [{**texts, label: texts[label] * 20} for label in rule.fields]
        case kinds.LanguageRule():
            return [
                {
                    label: text
                    + " The role of the cation in the reaction is not yet known and it will be studied in this project."
                }
                for label, text in texts.items()
            ]
        case kinds.DeadlineRule():
            return [{**texts, "": "提交日期：2099年1月1日"}]
        case kinds.ForbiddenRule() if rule.what == "secrecy":
            return [{**texts, "": "机密★长期"}]
        case kinds.RosterRule() if rule.demand == "roles":
            return [
                {
                    label: "\n".join(line for line in text.split("\n") if not line.startswith("副主任"))
                    for label, text in texts.items()
                }
            ]
        case kinds.RosterRule() if rule.demand == "details":
            return [{label: text.replace("，研究员", "") for label, text in texts.items()}]
        case kinds.ClassificationRule() | kinds.ScaleRule():
            return [{label: spoilt} for label in texts for spoilt in (BROKEN, "")]
        case kinds.CommitmentRule():
            return [{label: text.replace(gone, "")} for label, text in texts.items() for gone in ("不涉密", "同意")]
        case kinds.SealRule():
            return [
                {label: text.replace(mark, "") for label, text in texts.items()}
                for mark in ("（公章）", "2020年", "日")
            ]
        case kinds.AttachmentRule():
            return [{label: f"{text}详细材料另附，共10001字。" for label, text in texts.items()}]
        case kinds.ReadinessRule():
            return [{**texts, label: "3级"} for label in rule.grade]
        case kinds.SafeguardRule():
            shown = holds(rule.work, texts.get("研究内容", "")) and rule.fields[0] in texts
            return [without(texts, rule.fields[0])] if shown else []
        case kinds.SubprojectsRule() if "课题1" in texts.get("课题设置", "") and not rule.youth:
            return [{**texts, "课题设置": texts["课题设置"] + "；课题6 附加；课题7 附加"}]
        case kinds.LeadersRule():
            return [{**texts, "项目负责人": "林望舒、周牧野"}]
        case kinds.YouthAgeRule() if rule.who == "leader" and texts["项目类型"].startswith("青年"):
            return [{**texts, "项目负责人": re.sub(r"19\d\d", "1970", texts["项目负责人"])}]
        case kinds.RecommenderRule():
            return [{**texts, "推荐单位": "云溪县文化馆"}]
        case kinds.DemandsRule() if texts[DIRECTION] != "nkrd-2021-01/1.6":
            return []  # an example that the guide sets free
        case kinds.DemandsRule() if rule.of == "research_content":
            return [{**texts, "研究内容": texts["研究内容"].split("；")[0]}]
        case kinds.DemandsRule():
            return [{**texts, "考核指标": texts["考核指标"].replace(figure, "2")} for figure in ("4", "8", "5")]
        case kinds.EndorsementRule():
            return [without(texts, label) for label in texts if label != DIRECTION]
        case kinds.CoverageRule() if rule.each:
            return [{**texts, rule.fields[0]: "成果丰富。"}]
        case kinds.CoverageRule() if rule.blank_fails:
            lines = texts[rule.fields[0]].split("\n")
            return [{rule.fields[0]: "\n".join(line for line in lines if line != gone)} for gone in lines]
        case _:
            return break_proposal(rule, texts)


def without(texts: dict[str, str], label: str) -> dict[str, str]:
    return {**texts, label: ""}


BREAKABLE = [
    pytest.param(programme, rule, broken, id=f"{programme}:{rule.id}:{number}")
    for programme in PROGRAMMES
    for rule in document_rules_of(programme)
    for number, broken in enumerate(
        broken for example in rule.examples.passing for broken in break_example(rule, example)
    )
]


@pytest.mark.parametrize(("programme", "rule", "broken"), BREAKABLE)
def test_a_passing_example_that_is_broken_gives_the_finding(programme: str, rule: DocumentRule, broken: dict[str, str]):
    form = next(
        form
        for form in forms_of(programme)
        if form.name in rule.forms and {spec.label for spec in form.fields} | {"", DIRECTION} >= set(broken)
    )
    direction = broken.pop(DIRECTION, None)
    draft = build_draft(form.name, broken)
    context = context_of(direction.split("/")[0] if direction else programme, form.name, direction)
    assert isinstance(judge(rule, build_subject(draft, context)), Found), broken


def test_breaking_reaches_most_rules_whose_basis_is_text():
    broken = {str(param.id).split(":")[1] for param in BREAKABLE}
    for programme in ("cast-2022", "pioneer-2020"):
        text = {rule.id for rule in document_rules_of(programme) if rule.basis == "text"}
        assert len(text & broken) / len(text) > 0.8


def test_a_rule_without_examples_does_not_load(tmp_path: Path):
    text = (ROOT / "house" / "rules.yaml").read_text("utf-8")
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "rules.yaml").write_text(text[: text.index("    examples:")], "utf-8")
    with pytest.raises(CorpusError, match="examples"):
        load_rule_set(folder / "rules.yaml")


def test_every_form_of_a_blank_template_is_an_empty_document_and_nothing_else():
    for programme in PROGRAMMES:
        for form in forms_of(programme):
            texts = {spec.label: "" for spec in form.fields}
            outcome = check_draft(build_draft(form.name, texts), rules_of(programme), context_of(programme, form.name))
            assert [finding.rule for finding in outcome.findings] == ["house.document.empty"]
            assert outcome.passed == ()


def test_every_rule_is_in_exactly_one_list_of_the_outcome():
    for form in forms_of("cast-2022"):
        texts = {spec.label: "这是一段足够长的填写内容，用来让文件不是空白的。" for spec in form.fields}
        outcome = check_draft(build_draft(form.name, texts), rules_of("cast-2022"), context_of("cast-2022", form.name))
        found = {finding.rule for finding in outcome.findings}
        lists = [*found, *outcome.passed, *(item.rule for item in outcome.unknown), *outcome.not_applicable]
        assert sorted(lists) == sorted(rule.id for rule in document_rules_of("cast-2022") if form.name in rule.forms)


def test_kept_is_what_a_wholly_right_title_gives():
    rule = next(rule for rule in document_rules_of("cast-2022") if rule.id == "cast.title.question-form")
    assert isinstance(judge_example("cast-2022", rule, {"题目": "锂枝晶为何生长？"}), Kept)
