"""Reads HTML as a browser would, so that tests look at elements and not at strings."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "img", "input", "hr", "meta", "link"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()


@dataclass
class Elements(HTMLParser):
    """Every element of a text with all the text inside it."""

    found: list[Element] = field(default_factory=list[Element])
    path: list[Element] = field(default_factory=list[Element])

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.found.append(element)
        if tag not in VOID:
            self.path.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.path
        assert self.path.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.path:
            element.text += data


def elements(html: str) -> list[Element]:
    """Return the elements; fails where one is not closed."""
    parser = Elements()
    parser.feed(html)
    parser.close()
    assert not parser.path
    return parser.found


def with_class(html: str, name: str) -> list[Element]:
    return [one for one in elements(html) if one.has(name)]
