"""What one gets from LangChain's splitter and BM25 retriever, as they come and with a Chinese tokenizer.

Needs the extra `evals`; the figures stand beside ours in the same run.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import jieba
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.domain.catalogue import Catalogue
from assistant.text import squash
from wenjin_evals.matching import Key, Ranking
from wenjin_evals.questions import Find

jieba.setLogLevel(logging.WARNING)

Tokenise = Callable[[str], list[str]]

CITATION_CHARACTERS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """One configuration of the vendor's parts."""

    name: str
    tokenise: Tokenise | None
    """None leaves the retriever's own, which splits at white space."""
    chunk_characters: int | None
    """None leaves the splitter's own size (4000)."""


BASELINES = (
    Baseline(name="LangChain默认", tokenise=None, chunk_characters=None),
    Baseline(name="LangChain+jieba", tokenise=jieba.lcut, chunk_characters=None),
    Baseline(name="LangChain+jieba，切块300字", tokenise=jieba.lcut, chunk_characters=CITATION_CHARACTERS),
)


def question_finders(catalogue: Catalogue) -> list[tuple[str, Find]]:
    """Return each baseline over the chunks of all notices; making one takes longer than asking it."""
    return [(one.name, _finder(catalogue, one)) for one in BASELINES]


def match_rankings(catalogue: Catalogue) -> list[tuple[str, Callable[[str], Ranking]]]:
    """Return name and ranking of each baseline over whole directions; chunking does not come into it."""
    return [(one.name, _ranking(catalogue, one)) for one in BASELINES if one.chunk_characters is None]


def split_notices(catalogue: Catalogue, characters: int | None) -> list[Document]:
    """Return the chunks of all notices as LangChain's splitter makes them.

    Args:
        catalogue: whose notices are split.
        characters: length of a chunk, an overlap of a sixth; None for the splitter's own.
    """
    splitter = (
        RecursiveCharacterTextSplitter()
        if characters is None
        else RecursiveCharacterTextSplitter(chunk_size=characters, chunk_overlap=characters // 6)
    )
    notices = [Document(page_content=one.notice.text, metadata={"programme": one.id}) for one in catalogue.programmes]
    return splitter.split_documents(notices)


def whole_directions(catalogue: Catalogue) -> list[Document]:
    """Return each direction as one document that knows its key."""
    return [
        Document(
            page_content=f"{one.title}\n{one.research_content}\n{one.assessment_indicators}",
            metadata={"key": (squash(one.programme_title).strip('“”"'), one.number)},
        )
        for programme in catalogue.programmes
        for one in programme.directions
    ]


def _finder(catalogue: Catalogue, baseline: Baseline) -> Find:
    retriever = _retriever(split_notices(catalogue, baseline.chunk_characters), baseline)

    def find(question: str, top: int) -> Sequence[tuple[str, str]]:
        retriever.k = top
        return [(one.metadata["programme"], one.page_content) for one in retriever.invoke(question)]

    return find


def _ranking(catalogue: Catalogue, baseline: Baseline) -> Callable[[str], Ranking]:
    retriever = _retriever(whole_directions(catalogue), baseline)
    retriever.k = 10

    def ranking(query: str) -> Ranking:
        keys: list[Key] = [document.metadata["key"] for document in retriever.invoke(query)]
        return keys, None

    return ranking


def _retriever(documents: list[Document], baseline: Baseline) -> BM25Retriever:
    if baseline.tokenise is None:
        return BM25Retriever.from_documents(documents)
    return BM25Retriever.from_documents(documents, preprocess_func=baseline.tokenise)
