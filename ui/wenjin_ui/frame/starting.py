"""The framework imported in two thirds of its time."""

import inspect


def import_framework() -> None:
    """Import Gradio without its habit of parsing its own sources to write type stubs beside them, at every start.

    It leaves a class alone whose source it does not find.
    """
    find = inspect.getfile
    inspect.getfile = _find_none
    try:
        import gradio  # noqa: F401, PLC0415  # pyright: ignore[reportUnusedImport] - the import is the purpose
    finally:
        inspect.getfile = find


def _find_none(_of: object) -> str:
    raise OSError
