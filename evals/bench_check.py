"""How fast a Word file is read and checked, beside a bare parse of its XML and three other readers.

    python evals/bench_check.py [--rounds 30] [--files 1000]

All readers are asked in turn for the text of the same files, round after round in one process, so that a busy machine
is busy for all; times are those of the processor, and beside them stands the ratio to the bare parse (unzip, lxml,
every element touched once). Memory is that of a process which starts, reads one file and ends. docx2python and
markitdown come with the extra `readers`; absent ones are printed as 未装. Nothing here passes or
fails: docs/benchmarks.md says how to read the figures.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles

from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from wenjin_evals.made_files import CELLS, DRAFT_CHARACTERS, PROPOSAL_CHARACTERS, make_bomb, make_draft, make_proposal

Run = Callable[[bytes], object]
COLUMNS = ("文件", "读取器", "中位（毫秒）", "p95（毫秒）", "与直接解析之比", "内存峰值（MB）")
_TODAY = date(2023, 4, 1)
_WARM = 3
"""Rounds before the clock starts."""
_HEAVY = ("gradio", "chromadb", "langchain", "langchain_core", "openai", "sklearn")
"""Vendors that a check needs none of."""


def main() -> None:
    """Measure, or do the one reading that a process of its own was started for."""
    arguments = _parse()
    if arguments.system:
        _measure_memory(arguments.system, arguments.file)
        return
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory(prefix="wenjin-bench-") as name:
        folder = Path(name)
        _print(COLUMNS, ("---",) * len(COLUMNS))
        for title, data in _make_files(catalogue).items():
            (folder / "file.docx").write_bytes(data)
            _print(*_compare(title, folder / "file.docx", arguments.rounds))
        _print_bomb(make_bomb(), arguments.rounds)
        _print_start(folder, make_draft(catalogue))
        _print_folder(folder / "many", make_draft(catalogue), arguments.files)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=30, help="readings of each file by each reader")
    parser.add_argument("--files", type=int, default=1000, help="drafts in the folder that is checked; 0 for none")
    parser.add_argument("--system", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _make_files(catalogue: Catalogue) -> dict[str, bytes]:
    return {
        f"{DRAFT_CHARACTERS}字的问题": make_draft(catalogue),
        f"{PROPOSAL_CHARACTERS}字、{CELLS}格的申报书": make_proposal(catalogue),
    }


def _print(*rows: Sequence[str]) -> None:
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def _compare(title: str, path: Path, rounds: int) -> list[Sequence[str]]:
    """Return the rows of one file, those of absent readers too."""
    data = path.read_bytes()
    present = {name: prepare() for name, (prepare, package) in READERS.items() if package is None or find_spec(package)}
    seconds: dict[str, list[float]] = {name: [] for name in present}
    for turn in range(rounds + _WARM):
        for name, run in present.items():
            started = time.process_time()
            run(data)
            if turn >= _WARM:
                seconds[name].append(time.process_time() - started)
    bare = median(seconds[_BARE])
    rows = [(title, name, *_figures(seconds[name], bare), _ask_memory(name, path)) for name in present]
    return [*rows, *((title, name, "未装", "—", "—", "—") for name in READERS if name not in present)]


def _figures(seconds: Sequence[float], bare: float) -> tuple[str, str, str]:
    middle, slow = median(seconds), quantiles(seconds, n=20)[-1]
    return f"{1000 * middle:.1f}", f"{1000 * slow:.1f}", f"{middle / bare:.1f}×"


def _ask_memory(name: str, path: Path) -> str:
    command = [sys.executable, __file__, "--system", name, "--file", str(path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - this very script
    return f"{json.loads(done.stdout.splitlines()[-1]):.0f}"


def _measure_memory(name: str, path: Path) -> None:
    READERS[name][0]()(path.read_bytes())
    print(json.dumps(_peak_memory()))


def _peak_memory() -> float:
    """Return the most memory that this process has held, in MB; Linux gives that of its parent by any other way."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _prepare_bare() -> Run:
    import lxml.etree

    def run(data: bytes) -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = lxml.etree.fromstring(archive.read("word/document.xml"))
        return sum(1 for _ in root.iter())

    return run


def _prepare_reading() -> Run:
    from assistant.documents.reading import read_bytes

    return lambda data: read_bytes("稿.docx", data)


def _prepare_checking() -> Run:
    from assistant.checking.one import Checker
    from assistant.checking.order import CheckOrder
    from assistant.documents.collecting import Source

    checker = Checker.build(load_catalogue(), CheckOrder(today=_TODAY))
    return lambda data: checker.check(Source("稿.docx", data))


def _prepare_python_docx() -> Run:
    from docx import Document

    def run(data: bytes) -> object:
        document = Document(io.BytesIO(data))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])

    return run


def _prepare_docx2python() -> Run:
    from docx2python import docx2python  # pyright: ignore[reportMissingImports] - of an extra that may be absent

    def run(data: bytes) -> object:
        with docx2python(io.BytesIO(data)) as document:
            return document.text

    return run


def _prepare_markitdown() -> Run:
    from markitdown import MarkItDown  # pyright: ignore[reportMissingImports] - as above

    converter = MarkItDown()

    def run(data: bytes) -> object:
        return converter.convert_stream(io.BytesIO(data), file_extension=".docx").text_content

    return run


_BARE = "直接解析 XML"
READERS: dict[str, tuple[Callable[[], Run], str | None]] = {
    _BARE: (_prepare_bare, None),
    "问津：读取": (_prepare_reading, None),
    "问津：读取并检查": (_prepare_checking, None),
    "python-docx": (_prepare_python_docx, None),
    "docx2python": (_prepare_docx2python, "docx2python"),
    "markitdown": (_prepare_markitdown, "markitdown"),
}
"""Name to what makes it ready, and the package that it needs besides the project's own."""


def _print_bomb(data: bytes, rounds: int) -> None:
    from assistant.documents.reading import read_bytes
    from assistant.errors import UnreadableFileError

    seconds: list[float] = []
    reason = "没有拒绝"
    for _ in range(rounds):
        started = time.perf_counter()
        try:
            read_bytes("炸弹.docx", data)
        except UnreadableFileError as error:
            reason = error.message
        seconds.append(time.perf_counter() - started)
    print(f"\n炸弹：{len(data) / 1000:.0f} KB，解压后 100 MB，{1000 * median(seconds):.2f} 毫秒后拒绝：{reason}")


def _print_start(folder: Path, draft: bytes) -> None:
    path = folder / "one.docx"
    path.write_bytes(draft)
    seconds = [_run_check(folder, "check", str(path)) for _ in range(5)]
    print(f"冷启动：wenjin check 一份稿件 {median(seconds):.2f} 秒（第一次 {seconds[0]:.2f} 秒）；{_list_heavy(path)}")


def _run_check(folder: Path, *words: str) -> float:
    environment = os.environ | {"WENJIN_DATA_DIR": str(folder / "data")}
    command = [sys.executable, "-m", "assistant", *words]
    started = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)  # noqa: S603 - our own command
    return time.perf_counter() - started


def _list_heavy(path: Path) -> str:
    """Return which of the heavy vendors a check imports."""
    script = (
        "import sys\nfrom assistant.cli import main\n"
        f"try:\n    main(['check', {str(path)!r}])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {_HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this interpreter
    return f"用不着的库装入了 {done.stderr.splitlines()[-1]}"


def _print_folder(folder: Path, draft: bytes, files: int) -> None:
    if not files:
        return
    folder.mkdir()
    for number in range(files):
        (folder / f"稿{number:04d}.docx").write_bytes(draft)
    alone = _run_check(folder.parent, "check", str(folder), "--jobs", "1", "--format", "jsonl")
    seconds = _run_check(folder.parent, "check", str(folder), "--jobs", "2", "--format", "jsonl")
    print(f"成批：{files} 份，两个进程 {files / seconds:.0f} 份/秒，一个进程 {files / alone:.0f} 份/秒（含启动）")


if __name__ == "__main__":
    main()
