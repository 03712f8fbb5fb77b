"""Which route a request gets: ranks, conditions, queues, weights."""

import asyncio
from collections import Counter

import pytest

from limner.core.errors import BadRequestError, OverloadedError, PermissionDeniedError
from limner.core.picture import Size
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import BACKGROUND_PRIORITY
from limner.engines.routing.conditions import Conditions
from limner.engines.routing.engine import RoutingEngine
from limner.service import RequestContext
from route_fixtures import QueueEngine, engine_of, images_of, make_request, make_route, routed_service, submit
from tiny_engine import EstimatingTinyEngine, TinyEngine


def choose(*routes, **request) -> str:
    return RoutingEngine("tiny", routes).choose(make_request(**request))


def chosen_route(service, submission) -> str:
    return service.models["tiny"].engine._chosen[submission.id].name


def test_lowest_rank_draws_and_is_named():
    service = routed_service(make_route("backup", rank=2), make_route("gpu", rank=1))

    assert asyncio.run(engine_of(submit(service, n=2))) == "gpu"


@pytest.mark.parametrize(
    ("conditions", "request_values", "is_accepted"),
    [
        pytest.param({"operations": {"edit"}}, {"operation": "edit"}, True, id="operation"),
        pytest.param({"operations": {"edit"}}, {}, False, id="other operation"),
        pytest.param({"sizes": {Size(64, 64)}}, {}, True, id="size"),
        pytest.param({"sizes": {Size(64, 96)}}, {}, False, id="other size"),
        pytest.param({"max_pixels": 4096}, {}, True, id="as many pixels"),
        pytest.param({"max_pixels": 4095}, {}, False, id="too many pixels"),
        pytest.param({"min_pixels": 4096}, {}, True, id="enough pixels"),
        pytest.param({"min_pixels": 4097}, {}, False, id="too few pixels"),
        pytest.param({"qualities": {"low", "high"}}, {"quality": "low"}, True, id="quality"),
        pytest.param({"qualities": {"low", "high"}}, {"quality": "medium"}, False, id="other quality"),
        pytest.param({"keys": {"key_1"}}, {"api_key": "key_1"}, True, id="key"),
        pytest.param({"keys": {"key_1"}}, {"api_key": "key_2"}, False, id="other key"),
        pytest.param({"projects": {"proj_1"}}, {"project_id": "proj_1"}, True, id="project"),
        pytest.param({"projects": {"proj_1"}}, {"project_id": ""}, False, id="no project"),
        pytest.param({"qualities": {"low"}, "sizes": {Size(9, 9)}}, {"quality": "low"}, False, id="one of two"),
    ],
)
def test_conditions_decide_which_requests_a_route_accepts(conditions, request_values, is_accepted):
    frozen = {name: frozenset(value) if isinstance(value, set) else value for name, value in conditions.items()}
    assert Conditions(**frozen).accepts(make_request(**request_values)) is is_accepted

    chosen = choose(make_route("first", **frozen), make_route("second", rank=2), **request_values)

    assert chosen == ("first" if is_accepted else "second")


@pytest.mark.parametrize(
    ("conditions", "error", "param", "text"),
    [
        pytest.param({"sizes": {Size(32, 32)}}, BadRequestError, "size", "the size '64x64'", id="size"),
        pytest.param({"max_pixels": 9}, BadRequestError, "size", "the size '64x64'", id="pixels"),
        pytest.param({"qualities": {"low"}}, BadRequestError, "quality", "the quality 'medium'", id="quality"),
        pytest.param({"operations": {"edit"}}, BadRequestError, None, "the operation 'generate'", id="operation"),
        pytest.param({"keys": {"key_1"}}, PermissionDeniedError, None, "does not have access", id="key"),
    ],
)
def test_request_that_no_route_accepts_is_refused(conditions, error, param, text):
    frozen = {name: frozenset(value) if isinstance(value, set) else value for name, value in conditions.items()}
    service = routed_service(make_route("one", **frozen), make_route("two", **frozen, rank=2))

    with pytest.raises(error, match=text) as raised:
        submit(service)

    assert raised.value.param == param
    assert service.num_waiting == 0


def test_routes_that_refuse_for_different_reasons_give_one_error():
    routes = make_route("a", qualities=frozenset({"low"})), make_route("b", max_pixels=9, rank=2)

    with pytest.raises(BadRequestError, match="combination"):
        choose(*routes)


@pytest.mark.parametrize(("priority", "chosen"), [(0, "upstream"), (BACKGROUND_PRIORITY + 100, "gpu")])
def test_long_queue_does_not_move_background_requests(priority, chosen):
    routes = make_route("gpu", QueueEngine(30)), make_route("upstream", rank=2, queue_s_above=20)

    assert choose(*routes, priority=priority) == chosen


@pytest.mark.parametrize(
    ("ahead", "image_s", "chosen"),
    [(0, 1.0, "gpu"), (20, 1.0, "gpu"), (22, 1.0, "upstream"), (5, 10.0, "upstream"), (50, None, "gpu")],
    ids=["idle", "at the threshold", "above it", "slow images", "unknown speed"],
)
def test_long_queue_spills_to_the_next_route(ahead, image_s, chosen):
    gpu = make_route("gpu", QueueEngine(ahead, image_s))

    assert choose(gpu, make_route("upstream", rank=2, queue_s_above=20)) == chosen


def test_requests_return_once_the_queue_is_short():
    gpu = QueueEngine(ahead=100)
    service = routed_service(make_route("gpu", gpu), make_route("upstream", rank=2, queue_s_above=20))

    async def work():
        busy = await engine_of(submit(service))
        gpu.ahead = 3
        return busy, await engine_of(submit(service))

    assert asyncio.run(work()) == ("upstream", "gpu")


def test_longer_queue_of_the_second_route_takes_nothing():
    routes = make_route("gpu", QueueEngine(30)), make_route("slow", QueueEngine(40), rank=2, queue_s_above=20)

    assert choose(*routes) == "gpu"


@pytest.mark.parametrize(("ahead", "chosen"), [(29, "new"), (30, "gpu")])
def test_route_of_unknown_speed_is_compared_by_its_images(ahead, chosen):
    routes = make_route("gpu", QueueEngine(30)), make_route("new", QueueEngine(ahead, None), rank=2, queue_s_above=20)

    assert choose(*routes) == chosen


def test_route_without_estimates_takes_all_that_spills():
    """An upstream may draw any number of images at a time."""
    service = routed_service(make_route("gpu", QueueEngine(30)), make_route("upstream", rank=2, queue_s_above=20))

    submissions = [submit(service) for _ in range(50)]

    assert {chosen_route(service, one) for one in submissions} == {"upstream"}


def test_route_without_a_queue_condition_is_for_failures_only():
    gpu = make_route("gpu", QueueEngine(1000))

    assert choose(gpu, make_route("backup", rank=2)) == "gpu"


def test_queue_of_the_route_that_would_draw_is_compared():
    """The backup, which is idle, does not hide that the queue of the GPU is long."""
    routes = (
        make_route("gpu", QueueEngine(30)),
        make_route("backup", QueueEngine(0), rank=2),
        make_route("upstream", rank=3, queue_s_above=20),
    )

    assert choose(*routes) == "upstream"


def test_second_threshold_needs_a_long_queue_on_both():
    gpu, second = QueueEngine(100), QueueEngine(10)
    routes = (
        make_route("gpu", gpu),
        make_route("second", second, rank=2, queue_s_above=20),
        make_route("third", rank=3, queue_s_above=20),
    )
    chosen = [choose(*routes)]
    second.ahead = 50
    chosen += [choose(*routes)]

    assert chosen == ["second", "third"]


def test_queue_in_images_counts_what_was_sent():
    """For engines that do not estimate."""
    service = routed_service(make_route("gpu"), make_route("upstream", rank=2, queue_images_above=3))

    submissions = [submit(service, n=2) for _ in range(4)]
    names = [asyncio.run(engine_of(submission)) for submission in submissions]

    assert names == ["gpu", "gpu", "upstream", "upstream"]


def test_burst_is_counted_before_the_engine_knows_it():
    """The estimates of an engine begin to change only once it gets the requests."""
    gpu = EstimatingTinyEngine()
    gpu.next = QueueEstimate(ahead=0, eta_s=10)
    service = routed_service(make_route("gpu", gpu), make_route("upstream", rank=2, queue_s_above=25))

    submissions = [submit(service) for _ in range(5)]
    estimates = [submission.estimate() for submission in submissions[:3]]
    names = [asyncio.run(engine_of(submission)) for submission in submissions]

    assert names == ["gpu", "gpu", "gpu", "upstream", "upstream"]
    assert [(one.ahead, one.eta_s) for one in estimates] == [(0, 10), (1, 20), (2, 30)]


def test_dropped_submission_does_not_count_any_more():
    service = routed_service(make_route("gpu"), make_route("upstream", rank=2, queue_images_above=0))
    first = submit(service)
    second = submit(service)
    asyncio.run(first.cancel())
    third = submit(service)

    assert [asyncio.run(engine_of(one)) for one in (second, third)] == ["upstream", "gpu"]


def test_request_that_would_be_late_goes_to_a_route_in_time():
    service = routed_service(make_route("gpu", QueueEngine(60)), make_route("backup", rank=2))

    assert asyncio.run(engine_of(submit(service, RequestContext(timeout_s=30)))) == "backup"
    assert asyncio.run(engine_of(submit(service, RequestContext(timeout_s=90)))) == "gpu"


def test_request_that_would_be_late_everywhere_is_refused():
    service = routed_service(make_route("gpu", QueueEngine(60)), make_route("two", QueueEngine(90), rank=2))

    with pytest.raises(OverloadedError, match="about 61s, longer than the time limit of 30s"):
        submit(service, RequestContext(timeout_s=30))
    assert service.num_waiting == 0


def test_weights_split_requests_in_a_row_exactly():
    service = routed_service(make_route("big", weight=3), make_route("small"))

    names = [asyncio.run(engine_of(submit(service))) for _ in range(8)]

    assert Counter(names[:4]) == Counter(names[4:]) == {"big": 3, "small": 1}
    assert names[:4] != ["big", "big", "big", "small"], "they alternate"


def test_weights_split_requests_at_a_time():
    service = routed_service(make_route("big", weight=3), make_route("small"))

    async def work():
        submissions = [submit(service) for _ in range(8)]
        return await asyncio.gather(*map(engine_of, submissions))

    assert Counter(asyncio.run(work())) == {"big": 6, "small": 2}


def test_slow_route_does_not_get_its_full_share():
    """A request does not wait for a full route while another one of its rank is idle."""
    service = routed_service(make_route("slow", weight=3), make_route("quick"))

    async def work():
        submissions = [submit(service) for _ in range(4)]
        (drawn,) = [one for one in submissions if chosen_route(service, one) == "quick"]
        await images_of(drawn)
        return [await engine_of(submit(service)) for _ in range(6)]

    assert asyncio.run(work()) == ["quick"] * 6


def test_seed_does_not_depend_on_the_route():
    engines = TinyEngine(), TinyEngine()
    service = routed_service(*(make_route(f"route-{index}", one) for index, one in enumerate(engines)))

    images = [asyncio.run(images_of(submit(service)))[0] for _ in range(2)]

    assert [len(engine.requests) for engine in engines] == [1, 1]
    assert engines[0].requests[0].seed == engines[1].requests[0].seed
    assert images[0].picture == images[1].picture


def test_routes_are_deterministic_only_if_all_are():
    other = TinyEngine()
    routes = make_route("a"), make_route("b", other)
    before = RoutingEngine("tiny", routes).deterministic
    other.deterministic = False

    assert (before, RoutingEngine("tiny", routes).deterministic) == (True, False)


def test_ignored_parameters_are_those_of_the_chosen_route():
    plain = TinyEngine()
    plain.obeys = frozenset({"seed"})
    service = routed_service(make_route("plain", plain, qualities=frozenset({"low"})), make_route("full", rank=2))

    low, high = (submit(service, quality=quality, strength=0.5) for quality in ("low", "high"))

    assert (low.request.ignored, high.request.ignored) == ({"quality", "strength"}, {"strength"})


def test_error_of_an_estimate_moves_the_request_on():
    class FullEngine(TinyEngine):
        def estimate(self, request):
            raise OverloadedError("The queue is full.", headers={"retry-after": "3"})

    service = routed_service(make_route("full", FullEngine()), make_route("free", rank=2))
    only = routed_service(make_route("full", FullEngine()))

    assert asyncio.run(engine_of(submit(service))) == "free"
    with pytest.raises(OverloadedError, match="The queue is full"):
        submit(only)


class RefusingEngine(TinyEngine):
    def __init__(self, param):
        super().__init__()
        self.param = param

    def estimate(self, request):
        raise BadRequestError("The engine cannot do that.", param=self.param)


def test_engine_that_cannot_do_something_is_not_chosen_for_it():
    routes = make_route("old", RefusingEngine("model")), make_route("new", rank=2)

    assert choose(*routes) == "new"


def test_queue_does_not_spill_to_an_engine_that_refuses():
    upstream = make_route("upstream", RefusingEngine("model"), rank=2, queue_s_above=20)

    assert choose(make_route("gpu", QueueEngine(60)), upstream) == "gpu"


@pytest.mark.parametrize("others", [(), (make_route("other", rank=2),)], ids=["only route", "another ignores it"])
def test_wrong_parameter_is_refused_and_not_ignored(others):
    """Such as a LoRA that does not exist: another route would draw without it."""
    service = routed_service(make_route("gpu", RefusingEngine("lora")), *others)

    with pytest.raises(BadRequestError, match="cannot do that"):
        submit(service)
    assert service.models["tiny"].engine._chosen == {}
    assert service.num_waiting == 0
