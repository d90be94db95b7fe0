"""The agent's loop: the model calls a tool, wrong arguments come back to it as errors, the first right call ends it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import openai
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, AgentState, ModelCallLimitMiddleware, hook_config
from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.tools import StructuredTool, ToolException
from langgraph.errors import GraphRecursionError
from langgraph.runtime import Runtime
from langsmith import tracing_context
from pydantic import ValidationError

from assistant.agent.orders import ORDERS, Order, Talk
from assistant.domain.call import Call
from assistant.errors import AssistantError, WriterError
from assistant.writing.endpoint import TRY_EMBEDDED, UNREADABLE, explain
from assistant.writing.veiled import VeiledModel

_AGAIN = "参数不对，请按工具的说明改正后再调用一次。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What one decision may cost."""

    steps: int
    """Requests to the model."""
    tokens: int
    """All requests together; a character counts as one where the endpoint does not say."""


@dataclass(slots=True)
class _Chosen:
    call: Call | None = None


@dataclass(slots=True)
class _Ends(AgentMiddleware[AgentState[Any], None, Any]):
    """Ends the loop once a call is chosen, and when the tokens are spent."""

    chosen: _Chosen
    tokens: int
    tools: Sequence[Any] = field(default_factory=list[Any])

    @hook_config(can_jump_to=["end"])
    async def abefore_model(self, state: AgentState[Any], runtime: Runtime[None]) -> dict[str, Any] | None:  # noqa: ARG002 - the base class's signature
        if self.chosen.call is not None:
            return {"jump_to": "end"}
        if sum(map(_count_tokens, state["messages"])) > self.tokens:
            raise WriterError("语言模型用完了这一轮的额度。", hint=TRY_EMBEDDED)
        return None


async def choose_by_tool(
    model: VeiledModel, shown: Sequence[BaseMessage], talk: Talk, budget: Budget
) -> tuple[Call | None, str]:
    """Return the call that the model orders, and what it says instead of ordering; one of them is empty.

    Args:
        model: behind its veil.
        shown: instructions, then the conversation as data.
        talk: what arguments are checked against.
        budget: of the whole loop.

    Raises:
        UnsupportedFormatError: the endpoint refuses tools.
        WriterError: the endpoint failed, or the budget is spent.
    """
    chosen = _Chosen()
    limits: list[Any] = [
        _Ends(chosen, budget.tokens),
        ModelCallLimitMiddleware(run_limit=budget.steps, exit_behavior="error"),
    ]
    tools = [_build_tool(order, talk, chosen) for order in ORDERS]
    agent: Any = create_agent(model, tools, system_prompt=str(shown[0].text), middleware=limits)
    try:
        # A tracing variable of the user's environment must not send the text to a third party.
        with tracing_context(enabled=False):
            state = await agent.ainvoke({"messages": list(shown[1:])})
    except (ModelCallLimitExceededError, GraphRecursionError):
        raise WriterError(f"语言模型试了 {budget.steps} 次也没有填对参数。", hint=TRY_EMBEDDED) from None
    except (openai.OpenAIError, *UNREADABLE) as error:
        raise explain(error) from None
    last = state["messages"][-1]
    return chosen.call, str(last.text) if isinstance(last, AIMessage) else ""


def _build_tool(order: type[Order], talk: Talk, chosen: _Chosen) -> StructuredTool:
    async def take(**arguments: object) -> str:
        if chosen.call is not None:  # of several at once the first counts
            return "已经选定。"
        try:
            chosen.call = order.model_validate(arguments).to_call(talk)
        except AssistantError as error:
            raise ToolException(error.message) from None
        except ValidationError:
            raise ToolException(_AGAIN) from None
        return "已选定。"

    return StructuredTool.from_function(
        coroutine=take,
        name=order.name,
        description=order.about,
        args_schema=order,
        handle_tool_error=True,
        handle_validation_error=_AGAIN,
    )


def _count_tokens(message: BaseMessage) -> int:
    """Return what a message cost; a reply that tells its usage counts what was sent for it too."""
    if isinstance(message, AIMessage):
        said = len(str(message.text)) + sum(len(str(call["args"])) for call in message.tool_calls)
        return message.usage_metadata["total_tokens"] if message.usage_metadata else said
    return len(str(message.text))
