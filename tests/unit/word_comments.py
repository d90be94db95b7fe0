"""Comments of a Word file looked at with nothing but lxml: who said what on which words."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import lxml.etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Comment:
    author: str
    text: str
    words: str
    """Text between its marks, deleted text too."""


def parse(data: bytes, part: str) -> Any:  # noqa: ANN401 - lxml ships no types
    return lxml.etree.fromstring(read_part(data, part))


def read_part(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part)


def list_comments(data: bytes) -> list[Comment]:
    """Return the comments, in the order of the part that holds them; each must have its marks exactly once."""
    root, body = parse(data, "word/comments.xml"), parse(data, "word/document.xml")
    return [
        Comment(
            one.get(f"{W}author"),
            "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in one.iter(f"{W}p")),
            _words(body, one.get(f"{W}id")),
        )
        for one in root.findall(f"{W}comment")
    ]


def _words(body: Any, number: str) -> str:  # noqa: ANN401 - as above
    said: list[str] = []
    marks: list[str] = []
    inside = False
    for node in body.iter():
        name = str(node.tag).removeprefix(W)
        if name.startswith("comment") and node.get(f"{W}id") == number:
            marks.append(name)
            inside = name == "commentRangeStart" or (inside and name == "commentReference")
        elif inside and name in {"t", "delText"}:
            said.append(node.text or "")
    ends = [one for one in marks if one != "commentReference"]
    assert marks.count("commentReference") == 1
    assert ends in (["commentRangeStart", "commentRangeEnd"], [])
    return "".join(said)
