"""Streams, events and memory of a simulated GPU, with vector clocks: what each knows to have ended on the others."""

import time

Progress = dict["SimulatedStream", int]
"""How many operations of each stream have ended."""


def merge(progress: Progress, other: Progress) -> None:
    for stream, number in other.items():
        progress[stream] = max(progress.get(stream, 0), number)


class SimulatedStream:
    def __init__(self, gpu):
        self.gpu = gpu
        self.number = 0
        self.known: Progress = {}
        """What has ended before its next operation starts."""

    def launch(self):
        self.gpu.num_side_operations += self is not self.gpu.default_stream
        merge(self.known, self.gpu.host_known)
        self.number += 1
        self.known[self] = self.number

    def wait_stream(self, other):
        merge(self.known, other.known)

    def wait_event(self, event):
        merge(self.known, event.progress)

    def record_event(self, event=None):
        event = event or SimulatedEvent(self.gpu)
        event.record(self)
        return event

    def synchronize(self):
        self.gpu.wait("stream", self.known)

    def query(self):
        return all(self.gpu.host_known.get(stream, 0) >= number for stream, number in self.known.items())


class SimulatedEvent:
    def __init__(self, gpu):
        self.gpu = gpu
        self.progress: Progress = {}
        self._num_polls_left = next(gpu.lateness)

    def record(self, stream=None):
        self.progress, self._at_s = dict((stream or self.gpu.stream).known), time.perf_counter()

    def query(self):
        self._num_polls_left -= 1
        if self._num_polls_left >= 0:
            return False
        self.gpu.complete(self.progress)
        return True

    def synchronize(self):
        self.gpu.wait("event", self.progress)

    def wait(self, stream=None):
        (stream or self.gpu.stream).wait_event(self)

    def elapsed_time(self, end):
        return 1000 * (end._at_s - self._at_s)


class Allocation:
    """A block of memory, shared by a tensor and its views."""

    def __init__(self, gpu):
        self.gpu, self.stream = gpu, gpu.stream
        self.written: tuple[SimulatedStream, int] = (self.stream, self.stream.number)
        self.uses: Progress = {}
        """The last operation of each stream."""
        self.recorded: set[SimulatedStream] = set()
        """Streams whose work the allocator waits for before it reuses the block."""

    def use(self, *, is_write):
        stream, known = self.gpu.stream, self.gpu.stream.known
        earlier = self.uses.items() if is_write else [self.written]
        if any(known.get(other, 0) < number for other, number in earlier):
            self.gpu.add_hazard("written while" if is_write else "read before", "another stream has finished with it")
        self.uses[stream] = stream.number
        if is_write:
            self.written = (stream, stream.number)

    def __del__(self):
        safe = dict(self.stream.known)
        merge(safe, self.gpu.host_known)
        for stream, number in self.uses.items():
            if stream not in self.recorded and safe.get(stream, 0) < number:
                self.gpu.add_hazard("freed while", "another stream still uses it")
