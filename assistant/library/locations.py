"""Where the corpus and the prompts lie, in a checkout and in an installed wheel."""

import hashlib
from pathlib import Path

from assistant.errors import CorpusError

_PACKAGE = Path(__file__).resolve().parents[1]


def corpus_root() -> Path:
    """Return the folder of the shipped corpus.

    Raises:
        CorpusError: the installation lacks it.
    """
    return _find_folder("corpus")


def prompts_root() -> Path:
    """Return the folder of the prompts.

    Raises:
        CorpusError: the installation lacks it.
    """
    return _find_folder("prompts")


def fingerprint(root: Path) -> str:
    """Return the SHA-256 over names and bytes of all files under `root`, hidden ones left out."""
    digest = hashlib.sha256()
    for path in _list_files(root):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _find_folder(name: str) -> Path:
    """A wheel holds the folder inside the package, a checkout beside it."""
    inside, beside = _PACKAGE / name, _PACKAGE.parent / name
    for folder in (inside, beside):
        if folder.is_dir():
            return folder
    raise CorpusError(f"找不到文件夹“{name}”。", where=str(inside), hint="安装不完整，请重新安装。")


def _list_files(root: Path) -> list[Path]:
    paths = (path for path in root.rglob("*") if path.is_file())
    visible = (path for path in paths if not any(part.startswith(".") for part in path.relative_to(root).parts))
    return sorted(visible, key=lambda path: path.relative_to(root).as_posix())
