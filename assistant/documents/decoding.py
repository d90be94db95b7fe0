"""Bytes of a text file as text: UTF-8, UTF-16 with its mark, or GB18030; anything else is refused, never guessed."""

from assistant.documents.refusal import refuse

_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SIGNATURES = {
    b"%PDF": ("是 PDF 文件", "请另存为 .docx，或把文字复制到 .txt 再试。"),
    b"PK\x03\x04": ("实际是压缩包或 Office 文件", "请把扩展名改回原来的（如 .docx）再试。"),
    b"\xd0\xcf\x11\xe0": ("实际是旧版 Office 文件", "请用 Word 另存为 .docx 再试。"),
    b"{\\rtf": ("实际是 RTF 文件", "请用 Word 另存为 .docx 再试。"),
}
_LOWEST_PRINTABLE = " "
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a")
_LARGEST_CONTROL_SHARE = 0.005
_SMALLEST_COMMON_SHARE = 0.75
"""Share of characters outside ASCII that must be in GB 2312: nearly all in real Chinese text; in Big5, Shift-JIS or
Latin-1 read as GB18030 some 40 % fall outside."""
_RESAVE = "请用记事本打开并以 UTF-8 编码另存后再试。"


def decode(file: str, data: bytes) -> str:
    """Return the text of a file, line ends as they are, a byte order mark left out.

    Raises:
        UnreadableFileError: the bytes are no text, or in an encoding that cannot be told for certain.
    """
    for signature, (reason, hint) in _SIGNATURES.items():
        if data.startswith(signature):
            raise refuse(file, reason, hint)
    text = _decode_marked(file, data)
    if text is None and b"\0" in data:
        raise refuse(file, "是二进制文件，不是文本", "请确认选对了文件。")
    if text is None:
        text = _decode_plain(file, data)
    if _looks_binary(text):
        raise refuse(file, "是二进制文件，不是文本", "请确认选对了文件。")
    return text


def _decode_marked(file: str, data: bytes) -> str | None:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeError as error:
                raise refuse(file, "的文字编码已损坏", _RESAVE) from error
    return None


def _decode_plain(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise refuse(file, "的文字编码认不出来（既不是 UTF-8，也不是 GB18030）", _RESAVE) from error
    if not is_common_chinese(text):
        raise refuse(file, "的文字编码认不出来（按 GB18030 读出的是乱码）", _RESAVE)
    return text


def is_common_chinese(text: str) -> bool:
    """Say whether what is no ASCII is mostly of GB 2312, as in Chinese text that was decoded rightly."""
    wide = [sign for sign in text if not sign.isascii()]
    common = sum(_is_common(sign) for sign in wide)
    return common >= _SMALLEST_COMMON_SHARE * len(wide)


def _is_common(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _looks_binary(text: str) -> bool:
    controls = sum(sign < _LOWEST_PRINTABLE and sign not in _ALLOWED_CONTROLS for sign in text)
    return controls > _LARGEST_CONTROL_SHARE * len(text)
