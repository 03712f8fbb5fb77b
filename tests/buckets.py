"""Buckets for tests: settings of the real S3 server, and a server that only fails."""

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from limner.settings import S3
from services import BUCKET

SECRET_KEY = "not-for-the-log"  # noqa: S105


def bucket_settings(endpoint: str, **changes: object) -> S3:
    """The bucket of the fixture `s3_endpoint`, with a prefix of its own."""
    settings = S3(
        bucket=BUCKET,
        prefix=f"tests/{uuid.uuid4().hex}",
        endpoint=endpoint,
        access_key_id="test",
        secret_access_key=SECRET_KEY,
        timeout_s=5,
    )
    return replace(settings, **changes)


Reply = tuple[int, str] | None
"""The status and the error code; None: no answer at all."""


@contextmanager
def failing_server(reply: Callable[[str, str], Reply]) -> Iterator[str]:
    """An S3 server that answers with errors, by method and path; its address. Status 200 accepts an upload."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            answer = reply(self.command, self.path)
            if answer is None:
                released.wait(60)
                return
            status, code = answer
            message = f"<Message>of AKIA</Message><AWSAccessKeyId>AKIA</AWSAccessKeyId><Token>{SECRET_KEY}</Token>"
            body = f"<?xml version='1.0'?><Error><Code>{code}</Code>{message}</Error>".encode() if code else b""
            self.send_response(status)
            self.send_header("etag", '"0"')
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = answer  # noqa: N815

        def log_message(self, *_: object) -> None: ...

    released = threading.Event()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            released.set()
            server.shutdown()
            thread.join()
