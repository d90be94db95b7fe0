"""The retriever of the product: a LangChain retriever whose search chat, match and evaluation share."""

from collections.abc import Callable, Collection

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.domain.passage import Hit, PassageKind
from assistant.domain.search import Search


class CorpusRetriever(BaseRetriever):
    """Documents for a query: the quotable text as content, its place and scores as metadata.

    It is a `Search` too: `search` gives the hits with all that is known of them, `invoke` the same ones as documents.
    """

    open_search: Callable[[], Search]
    """Gives the index; called at each query, so it should keep what it opened."""
    kinds: tuple[PassageKind, ...] = ("clause",)
    programmes: tuple[str, ...] | None = None
    """Ids of programmes looked at; None for all."""
    top: int = 10

    def search(
        self,
        query: str,
        *,
        kinds: Collection[PassageKind],
        programmes: Collection[str] | None = None,
        top: int = 10,
    ) -> tuple[Hit, ...]:
        """Return the best passages first; see `Search`."""
        return self.open_search().search(query, kinds=kinds, programmes=programmes, top=top)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - the interface's
    ) -> list[Document]:
        hits = self.search(query, kinds=self.kinds, programmes=self.programmes, top=self.top)
        return [to_document(hit) for hit in hits]


def to_document(hit: Hit) -> Document:
    """Return the hit as LangChain's value; what is searched beside the text stays out of it."""
    passage = hit.passage
    metadata = {
        "id": passage.id,
        "kind": passage.kind,
        "doc": passage.doc,
        "programme": passage.programme,
        "clause": passage.clause,
        "heading": passage.heading,
        "span": (passage.span.start, passage.span.end),
        "score": hit.score,
        "parts": dict(hit.parts),
        "terms": list(hit.terms),
    }
    return Document(id=passage.id, page_content=passage.text, metadata=metadata)
