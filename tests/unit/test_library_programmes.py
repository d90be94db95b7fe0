import hashlib
import shutil
from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.library.programmes import load_catalogue

NOTICE = "某办公厅\n关于征集的通知\n各单位：\n一、时间\n至2022年4月20日止。\n侧栏：新闻\n二、要求\n标准为 GB/T 1。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one call, in a folder whose name has spaces and Chinese."""
    root = tmp_path / "我的 资料"
    (root / "call-2022").mkdir(parents=True)
    write(root, NOTICE)
    return root


def write(root: Path, notice: str, extra: str = "", sha256: str | None = None) -> None:
    content = notice.encode()
    digest = sha256 or hashlib.sha256(content).hexdigest()
    (root / "call-2022" / "notice.txt").write_bytes(content)
    (root / "call-2022" / "programme.yaml").write_text(
        f"kind: call\ntitle: 关于征集的通知\nshort_title: 征集\nyear: 2022\nsha256: {digest}\n{extra}", encoding="utf-8"
    )


def fail(root: Path) -> CorpusError:
    with pytest.raises(CorpusError) as caught:
        load_catalogue(root)
    return caught.value


def test_any_folder_with_a_programme_file_is_a_programme(corpus: Path):
    (corpus / "house").mkdir()
    (corpus / "house" / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
    catalogue = load_catalogue(corpus)
    assert [programme.id for programme in catalogue.programmes] == ["call-2022"]
    assert catalogue.programmes[0].info.doc == "call-2022"
    assert [clause.path for clause in catalogue.programmes[0].notice.clauses] == ["文头", "正文", "一", "二"]


def test_a_changed_notice_is_refused_by_name(corpus: Path):
    (corpus / "call-2022" / "notice.txt").write_text(NOTICE.replace("20日", "21日"), encoding="utf-8")
    error = fail(corpus)
    assert error.where == "call-2022/notice.txt"
    assert "programme.yaml:5" in (error.hint or "")


def test_line_ends_changed_by_a_tool_are_a_changed_notice(corpus: Path):
    (corpus / "call-2022" / "notice.txt").write_bytes(NOTICE.replace("\n", "\r\n").encode())
    assert fail(corpus).where == "call-2022/notice.txt"


def test_a_missing_notice_is_named(corpus: Path):
    (corpus / "call-2022" / "notice.txt").unlink()
    assert fail(corpus).where == "call-2022/notice.txt"


def test_a_notice_in_another_encoding_is_named(corpus: Path):
    content = NOTICE.encode("gb18030")
    write(corpus, NOTICE, sha256=hashlib.sha256(content).hexdigest())
    (corpus / "call-2022" / "notice.txt").write_bytes(content)
    assert "UTF-8" in fail(corpus).message


def test_declared_furniture_is_taken_out_of_the_clauses(corpus: Path):
    write(corpus, NOTICE, 'furniture:\n  - {name: 网页侧栏, first: "侧栏：", last: 新闻}\n')
    notice = load_catalogue(corpus).programmes[0].notice
    assert [(item.name, item.span.slice(notice.text)) for item in notice.furniture] == [("网页侧栏", "侧栏：新闻")]


def test_furniture_that_the_notice_lacks_is_named_with_its_line(corpus: Path):
    write(corpus, NOTICE, "furniture:\n  - {name: 侧栏, first: 广告, last: 新闻}\n")
    error = fail(corpus)
    assert error.where == "call-2022/programme.yaml:7"
    assert "广告" in error.message


def test_a_remark_names_the_clause_of_its_words(corpus: Path):
    write(corpus, NOTICE, "remarks:\n  - {quote: GB/T 1, message: 疑为误印。}\n")
    notes = load_catalogue(corpus).programmes[0].notice.notes
    assert [(note.where, note.message) for note in notes] == [("二", "疑为误印。")]


def test_a_remark_on_words_that_the_notice_lacks_is_named_with_its_line(corpus: Path):
    write(corpus, NOTICE, "remarks:\n  - {quote: GB/T 2, message: 疑为误印。}\n")
    assert fail(corpus).where == "call-2022/programme.yaml:7"


def test_expansions_of_a_direction_that_the_guide_lacks_are_refused(corpus: Path):
    (corpus / "call-2022" / "expansions.yaml").write_text('"9.9": {terms: [甲]}\n', encoding="utf-8")
    assert fail(corpus).where == "call-2022/expansions.yaml:1"


def test_a_missing_corpus_is_named(tmp_path: Path):
    assert fail(tmp_path / "没有").where == str(tmp_path / "没有")


def test_the_fingerprint_changes_with_any_file_and_with_nothing_else(corpus: Path, tmp_path: Path):
    before = load_catalogue(corpus).fingerprint
    copy = shutil.copytree(corpus, tmp_path / "copy")
    (copy / ".DS_Store").write_bytes(b"x")
    assert load_catalogue(copy).fingerprint == before
    (copy / "note.txt").write_bytes(b"")
    assert load_catalogue(copy).fingerprint != before


def test_a_column_too_few_in_a_standard_is_named_with_its_line(corpus: Path):
    (corpus / "standards").mkdir()
    (corpus / "standards" / "gbt4754-2017.csv").write_text("code,level,name,parent\nA,1,农业\n", encoding="utf-8")
    assert fail(corpus).where == "standards/gbt4754-2017.csv:2"
