"""The images that a server has accepted and not drawn yet."""

import asyncio
from itertools import takewhile


class QueueSlots:
    """Background requests take no slots, and do not keep anyone waiting."""

    def __init__(self) -> None:
        self._waiting: dict[str, int] = {}
        """Request id to the number of its images that are not drawn yet, in order of arrival."""
        self._background: dict[str, int] = {}
        """The same, of background requests."""
        self._free = asyncio.Event()
        self._free.set()

    def take(self, request_id: str, num_images: int, *, is_background: bool = False) -> None:
        if is_background:
            self._background[request_id] = num_images
        else:
            self._waiting[request_id] = num_images
            self._free.clear()

    def release(self, request_id: str, num_images: int | None = None) -> None:
        """Release the slots of that many of a request's images, or of all."""
        for waiting in (self._waiting, self._background):
            if num_images is None:
                waiting.pop(request_id, None)
            elif waiting.get(request_id):
                waiting[request_id] -= num_images
        if not self.num_taken:
            self._free.set()

    def is_waiting(self, request_id: str) -> bool:
        """Whether images of this request are not drawn yet."""
        return bool(self._waiting.get(request_id) or self._background.get(request_id))

    def num_before(self, request_id: str) -> int:
        """The images of earlier requests; of all, if this one has no slots."""
        earlier = takewhile(lambda item: item[0] != request_id, list(self._waiting.items()))
        return sum(n for _, n in earlier)

    async def wait_until_free(self) -> None:
        await self._free.wait()

    @property
    def num_taken(self) -> int:
        return sum(self._waiting.values())
