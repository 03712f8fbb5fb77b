"""The gateway's engine and the replica, in Serve's local testing mode."""

import io

import numpy as np
import pytest
from PIL import Image

from limner.core.picture import CompletedImage, PartialImage
from local_app import SIZE, collect_events, make_request, running_engine


@pytest.fixture(scope="module")
def local():
    with running_engine() as (engine, run):
        yield engine, run


def test_events_arrive_in_order_with_one_image_each(local):
    engine, run = local

    events = run(collect_events(engine, make_request(n=3, partial_images=2)))

    assert [(type(event), event.image_index) for event in events] == [
        (kind, index) for index in range(3) for kind in (PartialImage, PartialImage, CompletedImage)
    ]
    for event in events:
        assert Image.open(io.BytesIO(event.picture.read())).size == SIZE
    assert np.asarray(Image.open(io.BytesIO(events[-1].picture.read())))[0, 0, 0] == 98  # seed 7, image 2, 8 steps
