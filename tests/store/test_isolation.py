"""Two owners never see or change each other's rows, whatever they call and whatever ids they guess."""

import inspect
from collections.abc import Callable
from typing import get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.conversation import Said
from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import DraftEdit
from assistant.errors import AssistantError
from assistant.store.belongings import Belongings
from assistant.store.comments import Comments
from assistant.store.conversations import Conversations
from assistant.store.drafts import Drafts
from assistant.store.files import Files
from assistant.store.rows import OwnedRow, Row
from assistant.store.store import Store
from assistant.store.verbs import Verbs

OWNED: tuple[type[Verbs], ...] = (Conversations, Drafts, Comments, Files, Belongings)

AREAS = ("conversations", "drafts", "comments", "files", "belongings")


def verbs(kind: type[Verbs]) -> dict[str, inspect.Signature]:
    own = {name: value for name, value in vars(kind).items() if not name.startswith("_") and callable(value)}
    return {name: inspect.signature(value) for name, value in own.items()}


def test_every_verb_names_its_owner_first():
    for kind in OWNED:
        assert verbs(kind)
        for name in verbs(kind):
            assert next(iter(get_type_hints(getattr(kind, name)).items())) == ("owner", OwnerId)


def test_every_table_that_holds_what_users_type_says_whose_it_is():
    free = {"owners", "blobs", "attempts", "keys"}
    owned = {one.class_.__tablename__ for one in Row.registry.mappers if issubclass(one.class_, OwnedRow)}
    tables = {one.class_.__tablename__ for one in Row.registry.mappers}

    assert tables - owned == free


def fill(store: Store, owner: OwnerId, word: str) -> dict[str, str]:
    """Store one of everything; return the ids."""
    asked = Said(text=f"问 {word}", result={"word": word})
    begun = store.conversations.begin(owner, None, asked, Said(text=f"答 {word}"))
    draft = store.drafts.make(owner, DraftEdit(title=word, content={"word": word}))
    store.comments.add(owner, draft.id, place="", text=f"意见 {word}")
    file = store.files.keep(owner, f"{word}.md", word.encode(), conversation=begun.conversation)
    return {"conversation": begun.conversation, "draft": draft.id, "file": file.id}


def seen(store: Store, owner: OwnerId, ids: dict[str, str]) -> str:
    """Return all that an owner has, as text."""
    conversation, draft, file = ids["conversation"], ids["draft"], ids["file"]
    parts: list[object] = [
        store.conversations.list(owner),
        store.conversations.get(owner, conversation),
        store.conversations.messages(owner, conversation),
        store.drafts.list(owner),
        store.drafts.versions(owner, draft),
        store.drafts.shares(owner, draft),
        store.comments.list(owner, draft),
        store.files.list(owner),
        store.files.read(owner, file),
    ]
    return repr(parts)


VALUES = {
    "title": st.text(min_size=1),
    "name": st.just("x.md"),
    "data": st.binary(max_size=50),
    "text": st.text(),
    "account": st.sampled_from(["anna", "bert", "?"]),
    "right": st.sampled_from(["read", "comment", "write"]),
    "number": st.integers(-1, 3),
    "version": st.integers(0, 3),
    "before": st.none() | st.integers(0, 3),
    "thumb": st.sampled_from(["up", "down", None]),
    "comment": st.text(),
    "place": st.text(),
    "turn": st.text(),
    "origin": st.sampled_from(["handed", "made"]),
    "edit": st.builds(DraftEdit, title=st.text(), content=st.none() | st.text()),
    "said": st.builds(Said, text=st.text(), shown=st.text()),
    "question": st.builds(Said, text=st.text()),
    "waiting": st.builds(Said, state=st.text()),
}


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, str, dict[str, object]]:
    """Draw a verb with arguments; ids are the names of kinds, to be looked up."""
    area, kind = draw(st.sampled_from([*zip(AREAS, OWNED, strict=True)]))
    name, signature = draw(st.sampled_from(sorted(verbs(kind).items(), key=lambda one: one[0])))
    given_: dict[str, object] = {}
    for parameter in list(signature.parameters)[2:]:
        if parameter in VALUES:
            given_[parameter] = draw(VALUES[parameter])
        elif parameter in {"conversation", "draft", "file"}:
            given_[parameter] = parameter
    return area, name, given_


def ask_as(owner: OwnerId, verb: Callable[..., object], arguments: dict[str, object]) -> object:
    """Call a verb as somebody; a value for each argument, one for those of which there may be many."""
    signature = inspect.signature(verb)
    many = {one.name for one in signature.parameters.values() if one.kind is one.VAR_POSITIONAL}
    given_ = {key: (value,) if key in many else value for key, value in arguments.items()}
    bound = signature.bind_partial(owner)
    bound.arguments.update(given_)
    return verb(*bound.args, **bound.kwargs)


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(calls())
def test_no_verb_reads_or_changes_what_is_anothers(store: Store, call: tuple[str, str, dict[str, object]]):
    area, name, arguments = call
    anna, bert = (store.sessions.begin()[1].owner for _ in range(2))
    ids = fill(store, anna, "geheim")
    fill(store, bert, "bert")
    before = seen(store, anna, ids)
    if name == "settle":
        arguments = {**arguments, "before": store.now()}

    said = ""
    try:
        known = {key: ids.get(key, value) if key in ids else value for key, value in arguments.items()}
        said = repr(ask_as(bert, getattr(getattr(store, area), name), known))
    except AssistantError as error:
        said = str(error)

    assert "geheim" not in said
    assert seen(store, anna, ids) == before
