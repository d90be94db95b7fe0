import json

import pytest

from assistant.library.locations import corpus_root
from assistant.library.schemas import list_schemas, render_schema


@pytest.mark.parametrize("name", list_schemas())
def test_the_schema_in_the_corpus_is_that_of_the_code(name: str):
    assert (corpus_root() / name).read_text(encoding="utf-8") == render_schema(name), "请运行 make schemas"


def test_a_programme_may_hold_no_unknown_key():
    assert json.loads(render_schema("programme.schema.json"))["additionalProperties"] is False
