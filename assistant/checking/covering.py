"""One file beside one direction: read, recognised as a proposal, laid item by item beside what the guide asks."""

from dataclasses import dataclass

from assistant.checking.choosing import choose
from assistant.checking.one import find_candidates, find_guide
from assistant.checking.order import CheckOrder
from assistant.checks.context import CheckContext
from assistant.checks.coverage.reading import read_covering
from assistant.checks.coverage.result import build_coverage
from assistant.checks.injections import leave_out
from assistant.checks.subject import build_subject
from assistant.documents.collecting import Source
from assistant.documents.reading import read_source
from assistant.domain.catalogue import Catalogue
from assistant.domain.coverage import Coverage
from assistant.errors import UnknownNameError

_FORM = "proposal"


@dataclass(frozen=True, slots=True)
class Coverer:
    """Lays files beside the direction of one order."""

    catalogue: Catalogue
    order: CheckOrder

    def cover(self, source: Source) -> Coverage:
        """Return what the file covers of the direction.

        Raises:
            UnknownNameError: there is no such direction.
            UnreadableFileError: the file cannot be read.
        """
        programme = find_guide(self.catalogue, self.order)
        document = read_source(source, self.order.view)
        chosen = choose(document, find_candidates(self.catalogue, programme, _FORM))
        context = CheckContext.build(
            programme=chosen.programme,
            form=chosen.form,
            catalogue=self.catalogue,
            today=self.order.today,
            direction=self.order.direction,
        )
        subject = build_subject(leave_out(chosen.draft), context)
        covering = read_covering(subject)
        if covering is None:
            raise UnknownNameError(f"没有编号为“{self.order.direction}”的指南方向。", where="--direction")
        return build_coverage(covering, subject)
