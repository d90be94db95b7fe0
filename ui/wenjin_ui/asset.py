"""The files of the page that are not code."""

from importlib.resources import files

ASSETS = files("wenjin_ui") / "assets"


def read_asset(name: str) -> str:
    """Return the text of a file."""
    return (ASSETS / name).read_text("utf-8")
