"""Shares requests among routes of the same rank."""

from collections.abc import Sequence
from fractions import Fraction

from limner.engines.routing.route import Route


class Balancer:
    """The route with the fewest unfinished images for its weight gets the request.

    Among equals it is smooth weighted round robin: with weights 3 and 1, each four requests in a row are split 3:1.
    """

    def __init__(self) -> None:
        self._credits: dict[str, int] = {}
        """By the name of the route."""

    def choose(self, routes: Sequence[Route]) -> Route:
        """`routes`: at least one."""
        total = sum(route.weight for route in routes)
        for route in routes:
            # bounded, so that a route that was slow for long does not get all requests afterwards
            self._credits[route.name] = min(total, self._credits.get(route.name, 0) + route.weight)
        chosen = min(routes, key=self._order)
        self._credits[chosen.name] = max(-total, self._credits[chosen.name] - total)
        return chosen

    def _order(self, route: Route) -> tuple[Fraction, int]:
        return Fraction(route.target.num_images, route.weight), -self._credits[route.name]
