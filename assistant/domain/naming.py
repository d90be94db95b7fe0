"""Names of several notices as one."""

import re
from collections.abc import Sequence

_YEARLY = re.compile(r"^(?P<year>\d{4}年)(?P<rest>.+)$")
_QUOTED = re.compile(r"^(?P<head>[^“]*)(?P<name>“[^”]+”)(?P<tail>[^”]*)$")


def join_labels(labels: Sequence[str]) -> str:
    """Return the names of several notices as one, without repeating what they share.

    `2022年征集通知` and `2023年征集通知` give `2022年和2023年征集通知`,
    two guides of one year `2021年“甲”和“乙”专项指南`.
    """
    yearly = [match for label in labels if (match := _YEARLY.match(label))]
    if len(yearly) == len(labels) > 1 and len({match["rest"] for match in yearly}) == 1:
        return _enumerate([match["year"] for match in yearly]) + yearly[0]["rest"]
    quoted = [match for label in labels if (match := _QUOTED.match(label))]
    if len(quoted) == len(labels) > 1 and len({(match["head"], match["tail"]) for match in quoted}) == 1:
        return f"{quoted[0]['head']}{_enumerate([match['name'] for match in quoted])}{quoted[0]['tail']}"
    return _enumerate(labels)


def _enumerate(names: Sequence[str]) -> str:
    return "和".join(filter(None, ("、".join(names[:-1]), *names[-1:])))
