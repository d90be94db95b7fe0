"""Many files at once: order, faults that cost one file only, and runs that are broken off."""

import json
import multiprocessing
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.checking.finished import Finished
from assistant.checking.many import Manner, check_many
from assistant.checking.one import Checker
from assistant.checking.order import CheckOrder
from assistant.checking.pool import CheckPool, CheckPools
from assistant.documents.collecting import Source, collect
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Report, Reports
from assistant.errors import UnknownNameError
from assistant.library.cache import open_catalogue
from assistant.settings import Settings
from assistant.wiring import build_assistant

ORDER = CheckOrder(today=date(2023, 3, 1))


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def catalogue(data_dir: Path) -> Catalogue:
    return open_catalogue(data_dir)


@pytest.fixture
def drafts(tmp_path: Path) -> list[Source]:
    for number in range(6):
        text = f"题目：如何抑制第{number}类锂枝晶的生长？\n所属类型：前沿科学问题\n问题描述：{'界面在变化。' * 20}"
        (tmp_path / f"{number}.md").write_text(text, "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    return collect([tmp_path])


def _break_off(finished: Finished, reports: list[Report]) -> None:
    """Keep the reports in a run that ends in the middle."""
    with suppress(KeyboardInterrupt), finished as kept:
        for report in reports:
            kept.add(report)
        raise KeyboardInterrupt


def test_processes_say_the_same_as_one_file_after_the_other_in_the_same_order(
    drafts: list[Source], catalogue: Catalogue, data_dir: Path
):
    alone = [Checker.build(catalogue, ORDER).check(source).report for source in drafts]
    steps: list[tuple[int, int]] = []
    manner = Manner(data_dir=data_dir, jobs=2, progress=lambda done, total: steps.append((done, total)))
    together = check_many(drafts, catalogue, ORDER, manner)

    assert [one.report for one in together] == alone
    assert [one.verdict for one in alone].count("unreadable") == 1
    assert steps == [(number, 7) for number in range(1, 8)]
    assert all(one.draft is None for one in together)


def test_a_file_over_its_time_has_a_report_that_says_so(drafts: list[Source], data_dir: Path):
    with CheckPool(data_dir, 1, seconds=0.0001) as pool:  # no file is as fast as this
        [checked] = pool.check(drafts[:1], ORDER)

    assert checked.report.verdict == "unreadable"
    assert checked.report.error is not None
    assert checked.report.error.code == "check-stopped"
    assert "用时超过了上限" in checked.report.error.message


def test_a_process_that_is_killed_costs_one_file_at_most(drafts: list[Source], data_dir: Path):
    before = set(multiprocessing.active_children())
    with CheckPool(data_dir, 1) as pool:
        results = pool.check(drafts * 20, ORDER)
        reports = [next(results).report]
        for worker in set(multiprocessing.active_children()) - before:
            worker.kill()
        reports += [one.report for one in results]

    stopped = [one for one in reports if one.error and one.error.code == "check-stopped"]
    assert [one.file for one in reports] == [one.name for one in drafts * 20]
    assert len(stopped) <= 1


def test_a_pool_is_whole_again_after_a_check_that_nobody_finished(drafts: list[Source], data_dir: Path):
    with CheckPool(data_dir, 2) as pool:
        first = pool.check(drafts, ORDER)
        begun = next(first).report.file
        first.close()
        again = [one.report.file for one in pool.check(list(reversed(drafts)), ORDER)]

    assert begun == drafts[0].name
    assert again == [one.name for one in reversed(drafts)]


@pytest.mark.skipif(sys.platform != "linux", reason="address space is bounded on Linux")
def test_a_worker_cannot_take_more_memory_than_its_bound():
    code = (
        "from assistant.checking import worker\nworker.bound_memory()\n"
        "try:\n    bytearray(worker.MEMORY_BYTES)\nexcept MemoryError:\n    print('bounded')"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "bounded"


def test_a_broken_run_leaves_what_it_finished_and_the_next_goes_on_from_there(
    drafts: list[Source], catalogue: Catalogue, data_dir: Path
):
    reports = [Checker.build(catalogue, ORDER).check(source).report for source in drafts]
    _break_off(Finished(data_dir, "f", ORDER, resume=False), reports[:3])
    [file] = (data_dir / "checks").iterdir()
    whole = file.read_text("utf-8")
    file.write_text(whole + whole.splitlines()[0][:40], "utf-8")

    with Finished(data_dir, "f", ORDER, resume=True) as kept:
        assert [kept.find(source) for source in drafts] == [*reports[:3], None, None, None, None]
        assert [json.loads(line)["report"]["file"] for line in file.read_text("utf-8").splitlines()] == [
            one.file for one in reports[:3]
        ]
        assert file.stat().st_mode & 0o077 == 0

    assert not file.exists()


def test_what_was_finished_under_other_rules_or_options_is_not_taken_over(
    drafts: list[Source], catalogue: Catalogue, tmp_path: Path
):
    report = Checker.build(catalogue, ORDER).check(drafts[0]).report
    _break_off(Finished(tmp_path, "f", ORDER, resume=False), [report])

    later = CheckOrder(today=date(2023, 4, 1))
    for fingerprint, order in (("g", ORDER), ("f", later)):
        with Finished(tmp_path, fingerprint, order, resume=True) as kept:
            assert kept.find(drafts[0]) is None


def test_a_renamed_file_keeps_its_report_under_its_new_name(drafts: list[Source], catalogue: Catalogue, tmp_path: Path):
    report = Checker.build(catalogue, ORDER).check(drafts[0]).report
    data = Path(drafts[0].name).read_bytes()
    _break_off(Finished(tmp_path, "f", ORDER, resume=False), [report])

    with Finished(tmp_path, "f", ORDER, resume=True) as kept:
        found = kept.find(Source("包.zip/新名.md", data))
        other_kind = kept.find(Source("包.zip/新名.txt", data))

    assert found == report.model_copy(update={"file": "包.zip/新名.md"})
    assert other_kind is None


def test_files_of_several_threads_are_checked_apart_as_they_are_here(drafts: list[Source], data_dir: Path):
    here = build_assistant(Settings(WENJIN_DATA_DIR=data_dir, WENJIN_OFFLINE=True), part="checks")
    pools = CheckPools(data_dir, 2)
    apart = replace(here, check_apart=pools.check)
    paths = [Path(source.name) for source in drafts]

    def check(path: Path) -> Reports:
        return apart.check([path], today=ORDER.today)

    with ThreadPoolExecutor(3) as threads:
        told = list(threads.map(check, paths * 2))

    assert told == [here.check([path], today=ORDER.today) for path in paths * 2]
    with pytest.raises(UnknownNameError):
        apart.check(paths, programme="没有这个", today=ORDER.today)
