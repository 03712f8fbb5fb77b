"""The order in which images are drawn: by priority, then by arrival.

Less urgent images are not starved: after MAX_PASSED_OVER more urgent ones that arrived later, the oldest is drawn.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

MAX_PASSED_OVER = 16


class Prioritized(Protocol):
    @property
    def priority(self) -> int: ...


T = TypeVar("T", bound=Prioritized)


class TaskQueue(Generic[T]):
    """Not thread-safe."""

    def __init__(self, tasks: Iterable[T] = ()) -> None:
        self._queues: dict[int, deque[tuple[int, T]]] = {}
        """By priority, none of them empty: the place of each task in the order of arrival, and the task."""
        self._first = self._last = 0
        self._passed_over = 0
        """How many tasks in a row were taken before an older one."""
        self.extend(tasks)

    def extend(self, tasks: Iterable[T]) -> None:
        for task in tasks:
            self._last += 1
            self._queues.setdefault(task.priority, deque()).append((self._last, task))

    def put_back(self, task: T) -> None:
        """As the oldest one."""
        self._first -= 1
        self._queues.setdefault(task.priority, deque()).appendleft((self._first, task))

    def take(self) -> T:
        """Raises ValueError if the queue is empty."""
        urgent = max(self._queues)
        oldest = min(self._queues, key=lambda priority: self._queues[priority][0][0])
        if urgent == oldest or self._passed_over == MAX_PASSED_OVER:
            self._passed_over = 0
            return self._take_from(oldest)
        self._passed_over += 1
        return self._take_from(urgent)

    def drain(self) -> list[T]:
        """All tasks, which are taken."""
        tasks = [task for queue in self._queues.values() for _, task in queue]
        self._queues.clear()
        self._passed_over = 0
        return tasks

    def discard(self, tasks: Iterable[T]) -> None:
        """Remove those of these tasks that are queued."""
        gone = {id(task) for task in tasks}
        for priority in list(self._queues):
            kept = deque(item for item in self._queues[priority] if id(item[1]) not in gone)
            self._queues[priority] = kept
            if not kept:
                del self._queues[priority]

    def in_order(self, more: Iterable[T] = ()) -> Iterator[T]:
        """The tasks as they will be taken, if `more` arrive now and no others later."""
        copy: TaskQueue[T] = TaskQueue()
        copy._queues = {priority: deque(queue) for priority, queue in self._queues.items()}
        copy._last, copy._passed_over = self._last, self._passed_over
        copy.extend(more)
        while copy:
            yield copy.take()

    def __len__(self) -> int:
        return sum(len(queue) for queue in self._queues.values())

    def _take_from(self, priority: int) -> T:
        queue = self._queues[priority]
        _, task = queue.popleft()
        if not queue:
            del self._queues[priority]
        return task
