"""The service behind the API, the library and the command line: submitting, admission, starting engines."""

import asyncio
import gc

import pytest

from limner.core.errors import OverloadedError, RateLimitError
from limner.core.picture import CompletedImage
from limner.core.queue_estimate import QueueEstimate
from limner.engines.starts import ServiceClosedError
from limner.families.family import Fields
from limner.families.native import NATIVE
from limner.models import Model
from limner.service import ImageService, RequestContext
from limner.settings import Limits, Settings
from tiny_engine import EstimatingTinyEngine, TinyEngine

FIELDS = {"model": "tiny", "prompt": "a cat", "size": "64x64"}


class CountingEngine(TinyEngine):
    """Counts starts and closes; the first `failing_starts` starts fail."""

    def __init__(self, *, failing_starts: int = 0, start_s: float = 0) -> None:
        super().__init__()
        self.num_starts = self.num_closes = 0
        self._failing_starts = failing_starts
        self._start_s = start_s

    async def start(self) -> None:
        self.num_starts += 1
        await asyncio.sleep(self._start_s)
        if self.num_starts <= self._failing_starts:
            raise OSError("no device")

    async def close(self) -> None:
        self.num_closes += 1


def service_of(engine, *others, max_waiting=4) -> ImageService:
    models = [Model("tiny", NATIVE, engine), *(Model(f"other-{i}", NATIVE, one) for i, one in enumerate(others))]
    return ImageService(models, Settings(limits=Limits(max_waiting=max_waiting)))


def submit(service, context=None, **fields):
    return service.submit("generate", Fields("json", FIELDS | fields), context or RequestContext())


async def drawn(submission):
    async with submission:
        return [event async for event in submission.events() if isinstance(event, CompletedImage)]


def test_request_is_complete_when_it_is_submitted():
    service = service_of(TinyEngine())

    one = submit(service, RequestContext(api_key="0a1b", timeout_s=30), strength=0.5, steps=4)
    two = submit(service)

    assert (one.request.api_key, one.request.timeout_s) == ("0a1b", 30)
    assert one.request.seed is not None
    assert one.request.ignored == {"strength", "steps"}
    assert one.id == one.request.id != two.id


def test_engine_gets_the_very_request_that_was_submitted():
    engine = TinyEngine()
    submission = submit(service_of(engine))

    asyncio.run(drawn(submission))

    assert engine.requests[0] is submission.request


def test_timeout_of_the_client_does_not_apply_to_streams():
    submission = submit(service_of(TinyEngine()), RequestContext(timeout_s=30), stream=True)

    assert submission.request.timeout_s is None


def test_deployment_overrides_the_model_field():
    submission = submit(service_of(TinyEngine(), TinyEngine()), RequestContext(deployment="other-0"))

    assert submission.model.id == submission.request.model == "other-0"


def test_late_request_is_refused_and_takes_no_place():
    engine = EstimatingTinyEngine()
    engine.next = QueueEstimate(ahead=1, eta_s=60)
    service = service_of(engine)

    with pytest.raises(OverloadedError, match="about 60s, longer than the time limit of 30s"):
        submit(service, RequestContext(timeout_s=30))

    assert service.num_waiting == 0


def test_full_queue_refuses_until_a_submission_is_cancelled():
    service = service_of(TinyEngine())
    first = submit(service, n=3)

    with pytest.raises(RateLimitError, match="3 images are waiting"):
        submit(service, n=2)
    asyncio.run(first.cancel())

    assert submit(service, n=2).estimate().ahead == 0


def test_places_are_freed_image_by_image():
    async def work():
        service = service_of(TinyEngine())
        waiting = []
        async with submit(service, n=3) as submission:
            waiting += [service.num_waiting]
            async for _ in submission.events():
                waiting += [service.num_waiting]
        return waiting

    assert asyncio.run(work()) == [3, 2, 1, 0]


def test_images_of_earlier_requests_are_ahead():
    service = service_of(TinyEngine())
    first, second = submit(service, n=3), submit(service)

    assert (first.estimate().ahead, second.estimate().ahead) == (0, 3)


def test_dropped_submission_frees_its_places():
    service = service_of(TinyEngine())
    submission = submit(service, n=4)
    assert service.num_waiting == 4

    del submission
    gc.collect()

    assert service.num_waiting == 0


def test_events_keep_the_places_of_their_submission():
    service = service_of(TinyEngine())

    async def work():
        events = submit(service, n=2).events()
        await anext(events)
        gc.collect()
        waiting = service.num_waiting
        await events.aclose()
        return waiting

    assert asyncio.run(work()) > 0


def test_events_of_a_submission_are_read_once():
    submission = submit(service_of(TinyEngine()))
    submission.events()

    with pytest.raises(RuntimeError, match="read once"):
        submission.events()


def test_leaving_a_submission_stops_the_engine():
    engine = TinyEngine()
    service = service_of(engine)

    async def work():
        async with submit(service, n=4) as submission:
            async for _ in submission.events():
                break
            assert engine.running == 1
        return engine.running, service.num_waiting

    assert asyncio.run(work()) == (0, 0)


def test_an_engine_of_late_models_starts_with_its_first_request():
    engine, late, shared = CountingEngine(), CountingEngine(), CountingEngine()
    models = [
        Model("tiny", NATIVE, engine),
        Model("late", NATIVE, late, starts_late=True),
        Model("other", NATIVE, shared, starts_late=True),
        Model("wanted", NATIVE, shared),
    ]
    service = ImageService(models, Settings())

    async def work():
        await service.start()
        at_start = [one.num_starts for one in (engine, late, shared)]
        await drawn(submit(service, model="late"))
        await service.close()
        return at_start

    assert asyncio.run(work()) == [1, 0, 1]
    assert (late.num_starts, late.num_closes) == (1, 1)


def test_concurrent_requests_start_an_engine_once_and_no_other_one():
    engine, other = CountingEngine(start_s=0.02), CountingEngine()
    service = service_of(engine, other)

    async def work():
        images = await asyncio.gather(*(drawn(submit(service)) for _ in range(3)))
        await service.close()
        return images

    assert [len(images) for images in asyncio.run(work())] == [1, 1, 1]
    assert (engine.num_starts, engine.num_closes) == (1, 1)
    assert (other.num_starts, other.num_closes) == (0, 0)


def test_failed_start_is_repeated_by_the_next_request():
    engine = CountingEngine(failing_starts=1)
    service = service_of(engine)

    with pytest.raises(OSError, match="no device"):
        asyncio.run(drawn(submit(service)))

    assert len(asyncio.run(drawn(submit(service)))) == 1
    assert engine.num_starts == 2


def test_closing_during_a_start_fails_the_waiting_request():
    engine = CountingEngine(start_s=60)
    service = service_of(engine)

    async def work():
        drawing = asyncio.create_task(drawn(submit(service)))
        await asyncio.sleep(0.01)
        await service.close()
        await drawing

    with pytest.raises(ServiceClosedError):
        asyncio.run(work())
    assert service.num_waiting == 0


def test_closed_service_refuses_requests():
    service = service_of(TinyEngine())
    asyncio.run(service.close())

    with pytest.raises(OverloadedError, match="shutting down"):
        submit(service)
