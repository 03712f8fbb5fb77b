"""Which route draws a request."""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from limner.core.errors import APIError, RateLimitError, retry_s
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import BACKGROUND_PRIORITY, OPTIONAL_FIELDS, ImageRequest
from limner.engines.routing.balancer import Balancer
from limner.engines.routing.conditions import refusal
from limner.engines.routing.failures import is_of_client, most_useful, unavailable_error
from limner.engines.routing.route import Route

log = logging.getLogger("limner.routes")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A route that could draw the request, and how long its queue is."""

    route: Route
    estimate: QueueEstimate
    num_images: int
    """Of the request."""

    @property
    def wait_s(self) -> float | None:
        """Seconds until its first image is begun: the share of the images ahead in the estimate. None: unknown."""
        estimate = self.estimate
        if not estimate.ahead or estimate.eta_s is None:
            return None if estimate.ahead else 0.0
        return estimate.eta_s * estimate.ahead / (estimate.ahead + self.num_images)


class Chooser:
    def __init__(self, routes: Sequence[Route]) -> None:
        self._routes = sorted(routes, key=lambda route: route.rank)
        self._balancers: dict[int, Balancer] = defaultdict(Balancer)
        """By rank."""

    def choose(self, request: ImageRequest) -> Route:
        """Raises an APIError if no route can draw it at present."""
        accepting = self._accepting(request)
        offers = self._ask(accepting, request)
        route = self._balance(offers.candidates, request)
        if route is not None:
            return route
        if offers.refusals:
            raise offers.refusals[0].error
        raise most_useful(offers.errors) if offers.errors else _unavailable_error(request, accepting)

    def choose_next(self, request: ImageRequest, tried: Collection[Route]) -> Route | None:
        """For a request that failed on the routes `tried`."""
        left = [route for route in self._accepting(request) if route not in tried]
        return self._balance(self._ask(left, request).candidates, request)

    def has_other(self, request: ImageRequest, tried: Collection[Route]) -> bool:
        """Whether a route that is ready would get the request if it failed on the routes `tried`."""
        left = [route for route in self._accepting(request) if route not in tried]
        return any(one.route.target.not_ready_reason is None for one in self._ask(left, request).candidates)

    def peek(self, request: ImageRequest) -> Route:
        """What would be chosen, or an equal. Raises an APIError if no route accepts the request."""
        accepting = self._accepting(request)
        candidates = _prefer(self._ask(accepting, request).candidates, request)
        return candidates[0].route if candidates else accepting[0]

    def _accepting(self, request: ImageRequest) -> list[Route]:
        found = [route for route in self._routes if route.conditions.accepts(request)]
        if not found:
            raise refusal(request, [route.conditions for route in self._routes])
        return found

    def _balance(self, candidates: Sequence[Candidate], request: ImageRequest) -> Route | None:
        preferred = _prefer(candidates, request)
        if not preferred:
            return None
        return self._balancers[preferred[0].route.rank].choose([one.route for one in preferred])

    def _ask(self, routes: Iterable[Route], request: ImageRequest) -> "Offers":
        """Ask the engines of all routes that are not out for an estimate."""
        offers = Offers()
        for route in routes:
            if route.target.find_problem() and (route.target.is_out or route.target.is_full):
                continue
            if any(one.excludes(route) for one in offers.refusals):
                continue
            try:
                estimate = route.target.estimate(request)
            except Exception as error:
                if isinstance(error, APIError) and is_of_client(error):
                    offers.refusals.append(Refusal(route, error))
                    continue
                offers.errors.append(error)
                if not isinstance(error, APIError):
                    log.exception("The route '%s' could not estimate a request.", route.name)
            else:
                offers.candidates.append(Candidate(route, estimate, request.n))
        return offers


@dataclass(frozen=True, slots=True)
class Refusal:
    """A route whose engine cannot draw such a request."""

    route: Route
    error: APIError

    def excludes(self, other: Route) -> bool:
        """Whether a later route would draw the request only because it ignores what is wrong with it."""
        param = self.error.param
        return param in OPTIONAL_FIELDS and param not in other.target.engine.obeys


@dataclass(frozen=True, slots=True)
class Offers:
    candidates: list[Candidate] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    """Of engines that can draw no more at present, or have failed."""


def _prefer(candidates: Sequence[Candidate], request: ImageRequest) -> Sequence[Candidate]:
    """Those of the lowest rank that are ready and in time, or of a higher one that takes over."""
    found = [one for one in candidates if one.route.target.not_ready_reason is None] or candidates
    in_time = [one for one in found if one.estimate.exceeds(request.timeout_s) is None] or found
    if request.priority <= BACKGROUND_PRIORITY // 2:  # no client waits: a long queue is no reason to pay another engine
        return [one for one in in_time if one.route.rank == in_time[0].route.rank] if in_time else ()
    return _by_rank(in_time)


def _by_rank(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those of the lowest rank, or of a higher one whose condition on their queue holds."""
    chosen: Sequence[Candidate] = ()
    for _, group in groupby(candidates, key=lambda one: one.route.rank):
        chosen = [one for one in group if not chosen or _takes_over(one, chosen)] or chosen
    return chosen


def _takes_over(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether the others have a queue that is longer than one of the conditions says, and than the candidate's own."""
    conditions = candidate.route.conditions
    seconds, images = conditions.queue_s_above, conditions.queue_images_above
    is_slow = seconds is not None and all((one.wait_s or 0) > seconds for one in others)
    is_long = images is not None and all(one.estimate.ahead > images for one in others)
    return (is_slow or is_long) and all(_is_shorter(candidate, one) for one in others)


def _is_shorter(candidate: Candidate, other: Candidate) -> bool:
    """Whether the candidate draws sooner, as far as that is known."""
    if candidate.wait_s is not None and other.wait_s is not None:
        return candidate.wait_s < other.wait_s
    if candidate.route.target.has_estimates:  # it has not measured its speed yet
        return candidate.estimate.ahead < other.estimate.ahead
    return True  # it may draw any number of images at a time


def _unavailable_error(request: ImageRequest, routes: Sequence[Route]) -> APIError:
    waits_s = [route.target.wait_s for route in routes if route.target.fatal_error is None]
    wait_s = min(waits_s, default=0)
    if any(route.target.is_full and not route.target.is_out for route in routes):
        return RateLimitError(
            f"The engines of the model '{request.model}' are busy. Please try again in {retry_s(wait_s)}s.",
            code="rate_limit_exceeded",
            headers={"retry-after": str(retry_s(wait_s))},
        )
    return unavailable_error(request.model, wait_s)
