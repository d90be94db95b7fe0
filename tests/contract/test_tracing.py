"""A tracing variable in the user's environment sends nothing to a third party."""

import time

import pytest

from tests.contract.loopback import Reply, serve
from tests.contract.tasks import GOOD_2022, make_task, write_reply
from tests.contract.test_endpoint_faults import make_writer

SETTLED_SECONDS = 1.5
"""A tracer sends from a thread of its own; this is several times its pause between batches."""


def test_a_tracing_variable_sends_nothing(monkeypatch: pytest.MonkeyPatch):
    with serve() as endpoint, serve() as tracer:
        endpoint.replies.append(Reply(write_reply(GOOD_2022)))
        tracer.replies.append(Reply("{}"))
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGCHAIN_TRACING_V2", "true")
        for prefix in ("LANGSMITH", "LANGCHAIN"):
            monkeypatch.setenv(f"{prefix}_ENDPOINT", tracer.base_url)
            monkeypatch.setenv(f"{prefix}_API_KEY", "ls-key")
        make_writer(endpoint.base_url).answer(make_task())
        time.sleep(SETTLED_SECONDS)

        assert len(endpoint.requests) == 1
        assert tracer.requests == []
