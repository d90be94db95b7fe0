"""How a file that cannot be read is refused: one sentence that names it, one that says what to do."""

from assistant.errors import ScannedFileError, UnreadableFileError


def refuse(file: str, reason: str, hint: str) -> UnreadableFileError:
    """Return the error for a file.

    Args:
        file: its name, without folders.
        reason: what is wrong, a clause that follows the name.
        hint: what to do, a sentence.
    """
    return UnreadableFileError(f"文件“{file}”{reason}。", hint=hint)


def refuse_scan(file: str) -> ScannedFileError:
    """Return the error for a file that holds pictures of pages and no text."""
    hint = "请提供文字可以复制的 PDF 或 .docx 原稿；扫描件请人工查看。"
    return ScannedFileError(f"文件“{file}”里没有文字，可能是扫描件。", hint=hint)
