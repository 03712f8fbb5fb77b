"""How much a connection reads ahead, and how much it buffers for its client."""

import socket

from uvicorn.protocols.http.flow_control import FlowControl

UNSENT_BYTES = 65_536


class PausableFlow(FlowControl):
    """Keeps reading paused while received bytes wait to be parsed."""

    _is_held = False

    def hold(self, is_held: bool) -> None:
        self._is_held = is_held
        if is_held:
            self.pause_reading()

    def resume_reading(self) -> None:
        if not self._is_held:
            super().resume_reading()


def limit_kernel_buffer(connection: socket.socket) -> None:
    """Keep the kernel's send buffer small, so that slow readers are detectable."""
    if hasattr(socket, "TCP_NOTSENT_LOWAT") and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)
