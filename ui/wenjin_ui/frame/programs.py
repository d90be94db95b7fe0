"""The verbs for other programs over HTTP: named endpoints of the framework, with the JSON of the command line.

A program opens `/` like a browser, keeps the cookie, and hands files over at the page's own address for that.
"""

import json
import types
from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import gradio as gr
from gradio.events import api
from pydantic import ValidationError, validate_call

from assistant.domain.finding import Reports
from assistant.domain.owner import OwnerId
from assistant.domain.value import Value
from assistant.errors import AssistantError
from assistant.faults import error_value, internal_error
from assistant.folders import Folders
from assistant.tools import Tools, wrong_arguments
from assistant.wire import to_json
from wenjin_ui.frame.events import REPLIES_AT_ONCE, owner_of
from wenjin_ui.work.handed import name_plainly, own_file
from wenjin_ui.work.keeping import Keeper

VERBS = ("ask", "match", "title", "problems", "read", "check", "coverage", "outline", "timeline", "fill")
"""Verbs that give a value and change nothing; `export` makes a file, which the page hands out."""
_WRITTEN = "output"
"""Parameter that names a file to write: there is no folder to write to here."""
_PLAIN = (str, int, float, bool, type(None))
_Answering = Callable[..., dict[str, Any]]


def offer_verbs(keeper: Keeper) -> None:
    """Add one endpoint a verb to the page being built, under the verb's name."""
    for name in VERBS:
        api(
            _endpoint(keeper, name),
            api_name=name,
            api_description=getattr(Tools, name).__doc__,
            concurrency_limit=REPLIES_AT_ONCE,
            concurrency_id="programs",
        )


def _endpoint(keeper: Keeper, name: str) -> _Answering:
    """Return the function of a verb, its parameters told in types that the framework can describe."""
    parameters = list(_parameters(name))

    def answer(request: gr.Request, *values: object) -> dict[str, Any]:
        given = {one.name: value for one, value in zip(parameters, values, strict=False)}
        try:
            return json.loads(to_json(_call(keeper, owner_of(request), name, given)))
        except AssistantError as error:
            return {"error": error_value(error).model_dump()}
        except ValidationError as error:
            return {"error": error_value(wrong_arguments(name, error)).model_dump()}
        except Exception as error:  # noqa: BLE001 - an entry point: a fault of ours is an answer, too
            return {"error": internal_error(error).model_dump()}

    request = Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=gr.Request)
    told = Signature([request, *parameters], return_annotation=dict[str, Any])
    answer.__name__ = name
    answer.__annotations__ = {one.name: one.annotation for one in told.parameters.values()}
    answer.__signature__ = told  # what `inspect.signature` looks for
    return answer


def _call(keeper: Keeper, owner: OwnerId, name: str, given: Mapping[str, object]) -> Value:
    """Run a verb over the files that the owner handed over."""
    page, folder = keeper.page, keeper.folder(owner)
    tools = Tools(assistant=page.assistant, folders=Folders((folder,)), data_dir=folder, today=page.today)
    arguments = {key: _own(folder, value) if key in {"file", "files"} else value for key, value in given.items()}
    result: Value = validate_call(getattr(tools, name))(**arguments)
    if isinstance(result, Reports):
        return name_plainly(result, folder)
    path = getattr(result, "file", None)
    return result.model_copy(update={"file": Path(path).name}) if path else result


def _own(folder: Path, value: object) -> object:
    """Return the places of files; any but the owner's own are refused.

    Raises:
        InputError: one is somebody else's, or is gone.
    """
    if isinstance(value, list):
        return [_own(folder, one) for one in value]
    return str(own_file(folder, Path(value))) if isinstance(value, str) else value


def _parameters(name: str) -> Iterator[Parameter]:
    verb = getattr(Tools, name)
    types_of = get_type_hints(verb)
    for one in signature(verb).parameters.values():
        if one.name not in {"self", _WRITTEN}:
            yield one.replace(annotation=_plain(types_of[one.name]))


def _plain(hint: Any) -> Any:  # noqa: ANN401 - a type, whatever its form
    """Return a type as JSON has it: texts for days, objects for values, no remarks."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _plain(parts[0])
    if origin in {Union, types.UnionType}:
        return Union[tuple(_plain(one) for one in parts)]  # noqa: UP007 - made of parts known only here
    if origin is list:
        return list[_plain(parts[0])]
    if origin is Literal or hint in _PLAIN:
        return hint
    return dict[str, Any] if isinstance(hint, type) and issubclass(hint, Value) else str
