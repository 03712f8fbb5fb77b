"""The order in which the request router tries replicas."""

import asyncio
from dataclasses import dataclass, field

import pytest

from limner.engines.ray import router as router_module
from limner.engines.ray.router import LeastWorkRouter
from ray_imports import serve


@dataclass
class Replica:
    replica_id: object
    routing_stats: dict = field(default_factory=dict)


def make_replica(name):
    from ray.serve._private.common import DeploymentID

    return Replica(serve.request_router.ReplicaID(name, DeploymentID(name="engine", app_name="app")))


class Pending:
    def __init__(self, request_id, cost, **arguments):
        self.metadata = type("Metadata", (), {"internal_request_id": request_id})
        self.kwargs = {"cost": cost, "sender": "me"} | arguments


@pytest.fixture
def replicas():
    return [make_replica("a"), make_replica("b")]


@pytest.fixture
def router():
    router = LeastWorkRouter.__new__(LeastWorkRouter)  # without Serve's own state
    router.initialize_state()
    return router


def choose(router, replicas, request):
    """The names of the replicas, in the order in which they are tried."""
    ranked = asyncio.run(router.choose_replicas(replicas, request))
    assert all(len(rank) == 1 for rank in ranked)
    return [rank[0].replica_id.unique_id for rank in ranked]


def send(router, replicas, request):
    """The replica that accepted the request."""
    name = choose(router, replicas, request)[0]
    replica = next(one for one in replicas if one.replica_id.unique_id == name)
    router.on_request_routed(request, replica.replica_id, None)
    return replica


def test_replica_with_least_work_is_first(router, replicas):
    heavy = send(router, replicas, Pending("1", 10))
    light = send(router, replicas, Pending("2", 3))
    assert heavy is not light

    names = [one.replica_id.unique_id for one in (light, heavy)]
    assert choose(router, replicas, Pending("3", 3)) == names
    send(router, replicas, Pending("3", 3))
    assert choose(router, replicas, Pending("4", 1)) == names  # 6 against 10
    router.on_request_completed(heavy.replica_id, "1")
    assert choose(router, replicas, Pending("5", 1)) == names[::-1]


def test_requests_that_arrive_together_are_spread(router, replicas):
    first = choose(router, replicas, Pending("1", 1))
    second = choose(router, replicas, Pending("2", 1))

    assert first[0] != second[0]


def test_choosing_again_counts_once(router, replicas):
    for _ in range(5):
        choose(router, replicas, Pending("1", 1))

    assert sum(router._own_work().values()) == 1


def test_choice_that_was_given_up_is_forgotten(router, replicas, monkeypatch):
    choose(router, replicas, Pending("1", 5))
    monkeypatch.setattr(router_module, "MAX_CHOICE_S", 0)
    choose(router, replicas, Pending("2", 1))

    assert sum(router._own_work().values()) == 1


def test_request_completed_before_it_is_reported_leaves_no_work(router, replicas):
    request = Pending("1", 5)
    name = choose(router, replicas, request)[0]
    replica = next(one for one in replicas if one.replica_id.unique_id == name)

    router.on_request_completed(replica.replica_id, "1")
    assert router._own_work() == {}
    router.on_request_routed(request, replica.replica_id, None)

    assert router._own_work() == {}


def test_rejected_request_counts_where_it_is_accepted(router, replicas):
    a, b = replicas
    request = Pending("1", 5)
    choose(router, replicas, request)
    router.on_request_completed(a.replica_id, "1")  # rejected, which is reported like this
    choose(router, [b], request)
    router.on_request_completed(a.replica_id, "1")  # late
    router.on_request_routed(request, b.replica_id, None)
    router.on_request_completed(a.replica_id, "1")  # later

    assert router._own_work() == {b.replica_id: 5}
    router.on_request_completed(b.replica_id, "1")
    assert router._own_work() == {}


def test_work_of_other_gateways_counts(router, replicas):
    a, b = replicas
    a.routing_stats = {"work": {"other": 4.0, "me": 100.0}}  # own work is known better
    b.routing_stats = {"work": {"other": 1.0, "third": 2.0}}

    assert choose(router, replicas, Pending("1", 1)) == ["b", "a"]
    b.routing_stats["work"]["third"] = 9.0
    assert choose(router, replicas, Pending("1", 1)) == ["a", "b"]


def test_replica_that_failed_to_draw_it_is_last(router, replicas):
    send(router, [replicas[1]], Pending("1", 50))

    assert choose(router, replicas, Pending("2", 1, avoid="a")) == ["b", "a"]


def test_idle_replicas_take_turns(router, replicas):
    firsts = set()
    for index in range(50):
        replica = send(router, replicas, Pending(str(index), 1))
        router.on_request_completed(replica.replica_id, str(index))
        firsts.add(replica.replica_id.unique_id)

    assert firsts == {"a", "b"}


def test_calls_without_a_request_may_go_anywhere(router, replicas):
    assert asyncio.run(router.choose_replicas(replicas)) == [replicas]
