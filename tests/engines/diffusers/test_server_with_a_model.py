"""The real server with a tiny checkpoint behind it, asked by the official client."""

import base64
import io

import numpy as np
import pytest
from PIL import Image
from studio import SIZE, hole, picture_of, scenery

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.settings import Settings, Storage
from running import running_server, wait_until


@pytest.fixture
def engine(engine_of):
    return engine_of("z-image")


@pytest.fixture
def server(engine, tmp_path):
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        yield server


def pixels_of(b64_json):
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(b64_json))))


def test_it_generates(server):
    answer = server.client().images.generate(model="gpt-image-1", prompt="a cat", n=2, size="64x64")

    assert [pixels_of(image.b64_json).shape for image in answer.data] == [(64, 64, 3)] * 2


def test_it_streams_previews(server):
    events = server.client().images.generate(
        model="gpt-image-1", prompt="a cat", size="96x64", stream=True, partial_images=2
    )

    kinds = [event.type for event in events]
    assert kinds == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]


def test_it_edits_inside_a_mask_only(server):
    answer = server.client().images.edit(
        model="gpt-image-1",
        prompt="a red fox",
        image=("a.png", picture_of(scenery()).read(), "image/png"),
        mask=("m.png", picture_of(hole()).read(), "image/png"),
        size="64x64",
    )

    half = SIZE.width // 2
    drawn = pixels_of(answer.data[0].b64_json)
    assert np.array_equal(drawn[:, :half], scenery()[:, :half])
    assert not np.array_equal(drawn[:, half:], scenery()[:, half:])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the client's opinion of this endpoint
def test_it_varies(server):
    answer = server.client().images.create_variation(
        image=("a.png", picture_of(scenery()).read(), "image/png"), size="256x256", response_format="b64_json"
    )

    assert pixels_of(answer.data[0].b64_json).shape == (256, 256, 3)


def test_what_the_model_cannot_do_is_named(server):
    answer = server.client().images.with_raw_response.generate(
        model="gpt-image-1", prompt="a cat", size="64x64", background="transparent"
    )

    assert "background" in answer.headers["limner-ignored"]


def test_who_hangs_up_stops_the_work(server, engine):
    workshop = engine.workshops[0]
    stream = server.client().images.generate(
        model="illustrator",
        prompt="a cat",
        size="64x64",
        stream=True,
        partial_images=3,
        extra_body={"num_inference_steps": 500},
    )
    next(iter(stream))

    stream.close()

    assert wait_until(lambda: workshop.load == 0)
    assert workshop.executor.num_forwards < 400
