"""Which queued image is drawn next, and what the estimates say of it."""

import asyncio
import random
from contextlib import aclosing
from dataclasses import dataclass

import pytest

from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.engine import IllustratorEngine
from limner.engines.illustrator.task_queue import MAX_PASSED_OVER, TaskQueue


@dataclass(frozen=True)
class Task:
    name: str
    priority: int = 0


LOW, MIDDLE, HIGH = (Task(name, priority) for name, priority in (("low", -1), ("middle", 0), ("high", 5)))


def take_all(queue):
    return [queue.take() for _ in range(len(queue))]


def test_equal_priorities_are_taken_in_order_of_arrival():
    tasks = [Task(str(number)) for number in range(40)]

    assert take_all(TaskQueue(tasks)) == tasks


def test_higher_priorities_are_taken_first():
    assert take_all(TaskQueue([LOW, MIDDLE, HIGH])) == [HIGH, MIDDLE, LOW]


def test_task_that_was_put_back_is_the_next_of_its_priority():
    queue = TaskQueue([Task("first"), Task("second")])
    first = queue.take()
    queue.put_back(first)
    queue.extend([HIGH])

    assert take_all(queue) == [HIGH, Task("first"), Task("second")]


def test_urgent_tasks_do_not_starve_others():
    queue = TaskQueue([LOW, MIDDLE])
    order = []
    for _ in range(3 * MAX_PASSED_OVER):
        queue.extend([HIGH])
        order.append(queue.take())

    assert [index for index, task in enumerate(order) if task is not HIGH] == [MAX_PASSED_OVER, 2 * MAX_PASSED_OVER + 1]
    assert order[MAX_PASSED_OVER] is LOW, "the oldest"


def test_many_starved_tasks_do_not_delay_an_urgent_one():
    queue = TaskQueue([LOW] * 200)
    for _ in range(MAX_PASSED_OVER):
        queue.extend([HIGH])
        assert queue.take() is HIGH
    queue.extend([HIGH])

    assert [queue.take(), queue.take()] == [LOW, HIGH]


def test_predicted_order_is_the_one_in_which_tasks_are_taken():
    random.seed(1)
    queue = TaskQueue()
    for number in range(300):
        queue.extend([Task(str(number), random.choice((-3, 0, 0, 2, 9)))])
        if number % 3 == 0:
            queue.take()
    more = [Task(f"more {number}", number % 3) for number in range(5)]

    predicted = list(queue.in_order(more))
    queue.extend(more)

    assert predicted == take_all(queue)
    assert len(queue) == 0


def test_discarded_tasks_are_not_taken():
    tasks = [Task(str(number), number % 2) for number in range(6)]
    queue = TaskQueue(tasks)
    queue.discard(tasks[:3])

    assert len(queue) == 3
    assert take_all(queue) == [tasks[3], tasks[5], tasks[4]]


def test_drained_queue_is_empty():
    queue = TaskQueue([LOW, HIGH])

    assert set(queue.drain()) == {LOW, HIGH}
    assert not queue


def make_request(**fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "generate", "model": "m", "prompt": "a cat", "size": Size(128, 128), "seed": 1} | fields
    )


@pytest.fixture(scope="module")
def run():
    engine = IllustratorEngine(processes=1)
    with asyncio.Runner() as runner:
        runner.run(engine.start())
        yield lambda work: runner.run(work(engine))
        runner.run(engine.close())


def test_urgent_requests_are_drawn_first(run):
    finished = []

    async def draw(engine, name, **fields):
        async with aclosing(engine.generate(make_request(**fields))) as events:
            async for _ in events:
                pass
        finished.append(name)

    async def scenario(engine):
        first = asyncio.create_task(draw(engine, "running", size=Size(1024, 1024)))
        while engine.pool.waiting() or not engine._tasks:
            await asyncio.sleep(0.005)
        others = [
            asyncio.create_task(draw(engine, name, priority=priority))
            for name, priority in (("low", -1), ("middle", 0), ("high", 1), ("middle", 0), ("high", 1))
        ]
        await asyncio.gather(first, *others)

    run(scenario)

    assert finished == ["running", "high", "high", "middle", "middle", "low"]


def test_estimates_count_the_images_that_will_be_drawn_before(run):
    requests = {
        "running": make_request(size=Size(2048, 2048), quality="high"),
        "low": make_request(priority=-1, n=2),
        "middle": make_request(n=2),
        "high": make_request(priority=1, n=3),
    }

    async def draw(engine, request):
        async with aclosing(engine.generate(request)) as events:
            return [event async for event in events]

    async def scenario(engine):
        tasks = []
        for request in requests.values():
            tasks.append(asyncio.create_task(draw(engine, request)))
            await asyncio.sleep(0)
            while engine.pool.waiting() and len(tasks) == 1:
                await asyncio.sleep(0.005)
        ahead = {name: engine.estimate(request).ahead for name, request in requests.items()}
        ahead |= {
            f"new {priority}": engine.estimate(make_request(priority=priority)).ahead for priority in (-1, 0, 1, 2)
        }
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return ahead, engine.estimate(make_request()).ahead

    ahead, afterwards = run(scenario)

    assert ahead == {
        "running": 0,
        "high": 1,
        "middle": 4,
        "low": 6,
        "new 2": 1,
        "new 1": 4,
        "new 0": 6,
        "new -1": 8,
    }
    assert afterwards == 0
