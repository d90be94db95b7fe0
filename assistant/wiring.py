"""The only place where parts are chosen: settings in, an Assistant out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import PassageKind
from assistant.domain.search import Search
from assistant.errors import VectorServerError
from assistant.library.cache import Part, open_catalogue
from assistant.model_wiring import build_gate, build_titles, build_wordsmiths, build_writer
from assistant.service import Assistant
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.drafting_turns import Desk
    from assistant.retrieval.embedding import Embedder
    from assistant.retrieval.langchain_retriever import CorpusRetriever
    from assistant.store.store import Store

Progress = Callable[[int, int], None]
"""Called with (done, total) while the index is built."""


def build_assistant(settings: Settings, *, progress: Progress | None = None, part: Part = "catalogue") -> Assistant:
    """Return the verbs over the shipped corpus, with the parts that the settings ask for.

    Args:
        settings: of the process.
        progress: told while the index is built.
        part: how much of the catalogue; with less than all of it only drafts can be checked.

    Raises:
        CorpusError: a file of the corpus or of the prompts is wrong.
    """
    catalogue = open_catalogue(settings.data_dir, part=part)

    def open_search() -> Search:
        from assistant.retrieval.index import open_index

        embedder = _build_embedder(settings, catalogue)
        return open_index(catalogue, settings.data_dir, embedder, progress, server=settings.chroma_server)

    return Assistant(
        catalogue=catalogue,
        open_search=open_search,
        writer=build_writer(settings, catalogue),
        titles=build_titles(settings, catalogue),
        wordsmiths=build_wordsmiths(settings, catalogue),
        folder=settings.data_dir,
        prices=settings.prices,
    )


def build_store(settings: Settings) -> "Store":
    """Open what is kept for users, in the data folder or on the configured server.

    Raises:
        ConfigurationError: the address is none of a Postgres database.
        StoreError: it can be neither read nor written, or a later program wrote it.
        DatabaseServerError: the server does not answer.
    """
    from assistant.store.store import open_store

    url = settings.database_url
    return open_store(settings.data_dir, url.get_secret_value() if url else None)


def check_apart(assistant: Assistant, settings: Settings) -> Assistant:
    """Return the same verbs, with files checked in processes of their own that are killed where they hang or swell.

    For faces that live long and take files from others; the processes end with this one.
    """
    from assistant.checking.pool import CheckPools

    return replace(assistant, check_apart=CheckPools(settings.data_dir).check)


def build_desk(settings: Settings, folder: Path | None) -> "Desk":
    """Return where the terminal's user keeps drafts between conversations, and writes them.

    Args:
        settings: of the process.
        folder: where files are written; None where none is.

    Raises:
        ConfigurationError: the address is none of a Postgres database.
        StoreError: what is kept can be neither read nor written.
        DatabaseServerError: the server does not answer.
    """
    from assistant.drafting.interview.stored import StoredShelf
    from assistant.drafting_turns import Desk

    store = build_store(settings)
    return Desk(store=StoredShelf(store.drafts, store.accounts.local(settings.data_dir)), folder=folder)


def build_retriever(
    assistant: Assistant,
    *,
    kinds: Sequence[PassageKind] = ("clause",),
    programmes: Sequence[str] | None = None,
    top: int = 10,
) -> "CorpusRetriever":
    """Return the same search as a LangChain retriever, for chains and agents that want one.

    Args:
        assistant: whose index is searched; it is opened at the first query.
        kinds: kinds of passages looked at.
        programmes: ids of programmes looked at; None for all.
        top: largest number of documents.
    """
    from assistant.retrieval.langchain_retriever import CorpusRetriever

    chosen = None if programmes is None else tuple(programmes)
    return CorpusRetriever(open_search=lambda: assistant.search, kinds=tuple(kinds), programmes=chosen, top=top)


def probe_index(settings: Settings) -> bool:
    """Say whether the index of the present corpus, program and settings is built."""
    from assistant.retrieval.store import IndexKey, read_kinds

    shared = settings.chroma_server is not None
    catalogue = open_catalogue(settings.data_dir)
    key = IndexKey.of(catalogue, _build_embedder(settings, catalogue).id, shared=shared)
    return bool(read_kinds(settings.data_dir / key.folder_name))


def probe_chroma(settings: Settings) -> VectorServerError | None:
    """Ask the configured Chroma server for a sign of life; return what went wrong, None where it answers."""
    from assistant.retrieval.server import probe_server

    return probe_server(settings.chroma_server) if settings.chroma_server else None


def _build_embedder(settings: Settings, catalogue: Catalogue) -> "Embedder":
    from assistant.retrieval.embedding import LatentEmbedder

    if settings.embedding_model and settings.openai_api_key and settings.uses_endpoint_embeddings:
        from assistant.retrieval.endpoint import EndpointEmbedder

        return EndpointEmbedder(
            model=settings.embedding_model,
            base_url=settings.openai_base_url,
            api_key=settings.openai_api_key.get_secret_value(),
            gate=build_gate(settings, catalogue),
        )
    return LatentEmbedder()
