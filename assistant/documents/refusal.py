"""How a file that cannot be read is refused: one sentence that names it, one that says what to do."""

from assistant.errors import UnreadableFileError


def refuse(file: str, reason: str, hint: str) -> UnreadableFileError:
    """Return the error for a file.

    Args:
        file: its name, without folders.
        reason: what is wrong, a clause that follows the name.
        hint: what to do, a sentence.
    """
    return UnreadableFileError(f"文件“{file}”{reason}。", hint=hint)
