"""Countries or continents from which a direction asks for partners, read from its own sentences."""

import re
from dataclasses import dataclass

from assistant.domain.direction import Direction, Requirement
from assistant.numbered import parse_number
from assistant.text import squash

_COUNTRIES = re.compile(
    r"(?P<count>\d|"
    r"[一二两三四五六七八九十])个(?:或)?以上(?:不同)?国家(?P<regions>[（(][^（）()]*(?:地区|"
    r"国际组织)[^（）()]*[）)])?"
)
_CONTINENTS = re.compile(r"来自(?P<names>(?:[亚欧美非]洲|大洋洲|[、和及与])+)的?(?:合作)?(?:单位|机构|团队|国家)")
_NAME = re.compile(r"大洋洲|[亚欧美非]洲")


@dataclass(frozen=True, slots=True, kw_only=True)
class Abroad:
    """Where partners have to come from."""

    countries: int = 0
    """Fewest; the number itself suffices."""
    regions: bool = False
    """True where regions and international organisations count beside countries."""
    continents: tuple[str, ...] = ()
    words: str
    """Words of the sentence."""
    requirement: Requirement


def find_demand(direction: Direction) -> Abroad | None:
    """Return what the direction asks of its partners' countries; None where it asks nothing definite."""
    for requirement in direction.requirements:
        plain = squash(requirement.text)
        if found := _CONTINENTS.search(plain):
            names = tuple(_NAME.findall(found["names"]))
            return Abroad(continents=names, words=f"应有{found.group()}", requirement=requirement)
        if found := _COUNTRIES.search(plain):
            words = f"应有{found['count']}个以上国家{found['regions'] or ''}的合作单位"
            count = parse_number(found["count"])
            return Abroad(countries=count, regions=bool(found["regions"]), words=words, requirement=requirement)
    return None
