"""What a gateway knows of the load of the replicas, and the estimates that follow from it."""

import copy
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from limner.core.errors import APIError
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.replicas.messages import ReplicaReport, shape_of

MAX_SHAPES = 32
MAX_AGE_S = 30
"""Older reports are not used: all replicas may have been replaced since."""


@dataclass(slots=True, eq=False)
class SentRequest:
    """A request that this gateway has sent."""

    id: str
    num_images: int
    """That have not arrived yet."""
    work: float
    """Of these images."""
    sent_s: float
    replica: str = ""
    """The id of the replica that accepted it; empty until then."""

    def complete_image(self) -> None:
        if self.num_images:
            self.work -= self.work / self.num_images
            self.num_images -= 1


class ReplicaLoad:
    """The latest reports of the replicas, and the requests that this gateway has sent since."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._reports: dict[str, ReplicaReport] = {}
        self.latest: ReplicaReport | None = None
        """Of any replica, however old: those of one deployment are alike."""
        self.has_been_ready = False
        """Whether a replica has been ready at any time."""
        self._asked_s = 0.0
        """When the reports were asked for."""
        self._sent: dict[SentRequest, None] = {}
        """In order of arrival."""
        self._shapes: OrderedDict[ImageRequest, None] = OrderedDict()
        """The latest ones last."""

    @property
    def has_lost_all(self) -> bool:
        """Whether there were replicas, and all of them are gone."""
        return self.latest is not None and not self._reports

    @property
    def reports(self) -> list[ReplicaReport]:
        is_old = self._clock() - self._asked_s > MAX_AGE_S
        return [] if is_old else list(self._reports.values())

    @property
    def shapes(self) -> tuple[ImageRequest, ...]:
        """Of the latest requests: those that the next reports should have estimates for."""
        return tuple(self._shapes)

    def update(self, reports: Iterable[ReplicaReport], *, asked_s: float) -> None:
        self._reports = {report.replica: report for report in reports}
        self._asked_s = asked_s
        for report in self._reports.values():
            self.latest = report
            self.has_been_ready = self.has_been_ready or report.not_ready_reason is None

    def remove(self, replica: str) -> None:
        """The replica is gone."""
        self._reports.pop(replica, None)

    @contextmanager
    def add(self, request: ImageRequest, work: float) -> Iterator[SentRequest]:
        one = SentRequest(request.id, request.n, work, self._clock())
        self._sent[one] = None
        try:
            yield one
        finally:
            del self._sent[one]

    def is_accepted(self, request_id: str) -> bool:
        """Whether a replica has accepted the request, and is not known to be lost."""
        return any(one.replica for one in self._sent if one.id == request_id)

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """Of a new request, or of one that was sent. Raises the APIError of an engine that cannot serve it."""
        earlier: list[SentRequest] = []
        for one in self._sent:
            if one.id == request.id:
                if active := self._estimate_active(one):
                    return active
                break
            earlier.append(one)
        shape = shape_of(request)
        self._remember(shape)
        reports = self.reports
        if not reports:
            return QueueEstimate(sum(one.num_images for one in earlier))
        errors = [error for report in reports if isinstance(error := report.new.get(shape), APIError)]
        if len(errors) == len(reports):
            raise copy.copy(errors[0])  # the traceback is not kept
        return min(
            (
                self._estimate_new(report, shape, earlier, share=1 / len(reports))
                for report in reports
                if not isinstance(report.new.get(shape), APIError)
            ),
            key=lambda one: (one.eta_s is None, one.eta_s or 0, one.ahead),
        )

    def _estimate_active(self, sent: SentRequest) -> QueueEstimate | None:
        report = self._reports.get(sent.replica)
        estimate = report.active.get(sent.id) if report else None
        if estimate is None or estimate.eta_s is None:
            return estimate
        return replace(estimate, eta_s=max(0.0, estimate.eta_s - (self._clock() - self._asked_s)))

    def _estimate_new(
        self, report: ReplicaReport, shape: ImageRequest, earlier: Iterable[SentRequest], *, share: float
    ) -> QueueEstimate:
        """On one replica. `share`: of the requests that no replica has accepted yet."""
        reported = report.new.get(shape)
        estimate = reported if isinstance(reported, QueueEstimate) else QueueEstimate(report.num_images)
        num_images = work = 0.0
        for one in earlier:
            if one.sent_s >= self._asked_s and one.replica in {"", report.replica}:
                part = 1 if one.replica else share
                num_images += part * one.num_images
                work += part * one.work
        eta_s = estimate.eta_s
        if eta_s is not None and report.work_per_s:
            eta_s += work / report.work_per_s
        return replace(estimate, ahead=estimate.ahead + round(num_images), eta_s=eta_s)

    def _remember(self, shape: ImageRequest) -> None:
        self._shapes[shape] = None
        self._shapes.move_to_end(shape)
        if len(self._shapes) > MAX_SHAPES:
            self._shapes.popitem(last=False)
