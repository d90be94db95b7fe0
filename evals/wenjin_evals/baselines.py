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
from wenjin_evals.cases import Case, members
from wenjin_evals.figures import Figure
from wenjin_evals.matching import Key, Ranking
from wenjin_evals.questions import COUNTED_QUOTE, SEVERAL, home
from wenjin_evals.strings import is_covered

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


def question_figures(cases: Sequence[Case], catalogue: Catalogue, suite: str) -> list[Figure]:
    """Return the evidence recall of each baseline under the same limits on citations as ours."""
    return [
        Figure(suite=suite, name="evidence_recall", system=one.name, value=found / max(1, n), n=n)
        for one in BASELINES
        for found, n in [_evidence(cases, catalogue, one)]
    ]


def match_rankings(catalogue: Catalogue) -> list[tuple[str, Callable[[str], Ranking]]]:
    """Return name and ranking of each baseline over whole directions; chunking does not come into it."""
    return [(one.name, _ranking(catalogue, one)) for one in BASELINES if one.chunk_characters is None]


def _evidence(cases: Sequence[Case], catalogue: Catalogue, baseline: Baseline) -> tuple[int, int]:
    size = baseline.chunk_characters
    splitter = (
        RecursiveCharacterTextSplitter()
        if size is None
        else RecursiveCharacterTextSplitter(chunk_size=size, chunk_overlap=size // 6)
    )
    notices = [
        Document(page_content=one.notice.text, metadata={"programme": one.id, "doc": one.info.doc})
        for one in catalogue.programmes
    ]
    retriever = _retriever(splitter.split_documents(notices), baseline)
    found = n = 0
    for case in cases:
        retriever.k = 12 if case["type"] in SEVERAL else 5
        documents = retriever.invoke(str(case["question"]))
        for one in members(case, "evidence"):
            scope = home(str(one["doc"]), str(one["quote"]), catalogue)
            quotes = [squash(d.page_content)[:COUNTED_QUOTE] for d in documents if d.metadata["programme"] in scope]
            found, n = found + is_covered(str(one["quote"]), quotes), n + 1
    return found, n


def _ranking(catalogue: Catalogue, baseline: Baseline) -> Callable[[str], Ranking]:
    documents = [
        Document(
            page_content=f"{one.title}\n{one.research_content}\n{one.assessment_indicators}",
            metadata={"key": (squash(one.programme_title).strip('“”"'), one.number)},
        )
        for programme in catalogue.programmes
        for one in programme.directions
    ]
    retriever = _retriever(documents, baseline)
    retriever.k = 10

    def ranking(query: str) -> Ranking:
        keys: list[Key] = [document.metadata["key"] for document in retriever.invoke(query)]
        return keys, None

    return ranking


def _retriever(documents: list[Document], baseline: Baseline) -> BM25Retriever:
    if baseline.tokenise is None:
        return BM25Retriever.from_documents(documents)
    return BM25Retriever.from_documents(documents, preprocess_func=baseline.tokenise)
