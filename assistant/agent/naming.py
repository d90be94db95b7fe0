"""An order as structured output, for models that call no tools."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.agent.leash import keep_question
from assistant.agent.orders import ORDERS, Talk
from assistant.domain.call import Call, HelpCall
from assistant.errors import InputError

_ARGUMENT = {
    "ask": "question", "match": "query", "title": "title", "problems": "query", "outline": "direction",
    "timeline": "programme",
}  # fmt: skip


class Choice(BaseModel):
    """A tool's name with its one argument; `reply` asks back."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    tool: Literal["ask", "match", "title", "problems", "outline", "timeline", "reply"]
    argument: str

    def to_call(self, talk: Talk, instructions: str) -> Call:
        """Return the call, checked like a tool's.

        Raises:
            InputError: the argument does not come from the conversation.
        """
        if self.tool == "reply":
            if kept := keep_question(self.argument, talk.said, instructions):
                return HelpCall(missing=kept)
            raise InputError("这句话不是问句，或说了对话里没有的内容。")
        order = next(one for one in ORDERS if one.name == self.tool)
        try:
            return order.model_validate({_ARGUMENT[self.tool]: self.argument}).to_call(talk)
        except ValidationError:
            raise InputError("参数太长。") from None
