"""Makes what serves and draws the batches of an application."""

import uuid
from dataclasses import dataclass
from functools import partial

from limner.access.control import AccessControl
from limner.api.batches.drawing import LineDrawing
from limner.api.batches.endpoints import BatchesApi
from limner.api.batches.validation import Validation
from limner.api.batches.worker import BatchWorker
from limner.api.body import BodyReader
from limner.api.image_call import Responder
from limner.api.request_buffers import MemoryBudget, RequestBuffers
from limner.batches.assembly import Assembly
from limner.batches.lines import LineStore
from limner.batches.store import BatchStore
from limner.service import ImageService
from limner.settings import Settings
from limner.storage.stores import Stores


@dataclass(frozen=True, slots=True)
class BatchService:
    api: BatchesApi
    worker: BatchWorker


def open_batches(
    settings: Settings,
    service: ImageService,
    access: AccessControl,
    stores: Stores,
    body: BodyReader,
    budget: MemoryBudget,
    responder: Responder,
) -> BatchService:
    own, owner = settings.batches, uuid.uuid4().hex
    batches = BatchStore(access.database, owner, lease_s=own.lease_s)
    lines = LineStore(access.database, owner, lease_s=own.lease_s)
    assembly = Assembly(
        batches,
        lines,
        stores.files,
        stores.blobs,
        open_scratch=partial(RequestBuffers, budget),
        retention_days=own.retention_days,
    )
    validation = Validation(batches, lines, stores.files, stores.blobs, budget, service, own, settings.strict)
    drawing = LineDrawing(service, body, budget, responder, lines, stores.blobs)
    worker = BatchWorker(batches, lines, validation, drawing, assembly, access.authenticator, service, own)
    return BatchService(BatchesApi(batches, body, own.max_open, worker.wake), worker)
