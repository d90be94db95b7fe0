"""Files of older word processors as .docx, by LibreOffice where the machine has it.

It runs alone in a folder of its own that is deleted afterwards, with macros off, links to the outside blocked and its
proxy set to nowhere, so that nothing which a file points at is ever fetched; what comes back is read with the same
suspicion as any other file.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.documents.refusal import refuse

KINDS = {
    ".doc": "是旧版 Word 格式（.doc）",
    ".wps": "是 WPS 文字格式（.wps）",
    ".rtf": "是 RTF 格式",
    ".odt": "是 OpenDocument 格式（.odt）",
}
"""Ending to what is said of files of that kind."""
_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 60.0
_RESAVE = "请用 Word 或 WPS 另存为 .docx 再试"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""Begins a compound file; without a stream of Word's LibreOffice would take it for plain text."""
_SIGNATURES = {_COMPOUND: ".doc", b"{\\rtf": ".rtf", b"PK\x03\x04": ".odt"}
_PROFILE = "registrymodifications.xcu"
_NOWHERE = "127.0.0.1"
_DISCARD_PORT = 9
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", _NOWHERE) for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", str(_DISCARD_PORT)) for kind in ("HTTP", "HTTPS", "FTP")),
)


def convert(file: str, data: bytes, suffix: str) -> bytes:
    """Return the file as a .docx.

    Args:
        file: its name, for messages.
        data: its bytes.
        suffix: its ending, one of `KINDS`.

    Raises:
        UnreadableFileError: LibreOffice is absent, fails, or needs more than a minute; the file is no Word document.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise refuse(file, f"{KINDS[suffix]}，无法读取", f"{_RESAVE}；本机装有 LibreOffice 时可以直接读取。")
    if suffix == ".doc" and data.startswith(_COMPOUND) and _WORD_STREAM not in data:
        raise refuse(file, f"{KINDS[suffix]}，但其中没有 Word 文档，无法转换", f"{_RESAVE}。")
    with TemporaryDirectory(prefix="wenjin-") as name:
        folder = Path(name)
        source = folder / f"in{_tell_kind(data, suffix)}"
        source.write_bytes(data)
        _write_profile(folder / "profile" / "user")
        finished = _run(program, folder, source)
        result = folder / "out" / "in.docx"
        if not finished or not result.is_file():
            raise refuse(file, f"{KINDS[suffix]}，LibreOffice 没有转换成功", f"{_RESAVE}。")
        return result.read_bytes()


def _tell_kind(data: bytes, suffix: str) -> str:
    """Return the ending that the content asks for; a .wps of today is a Word file of yesterday."""
    if suffix == ".wps" and _WORD_STREAM not in data:
        return suffix
    return next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), suffix)


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (folder / _PROFILE).write_text(f"{head}{items}</oor:items>", encoding="utf-8")


def _run(program: str, folder: Path, source: Path) -> bool:
    """Return whether LibreOffice ended in time; it and what it started are ended otherwise."""
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - a fixed command on a file that we wrote; no shell
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        _end(process)
        return False


def _end(process: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
