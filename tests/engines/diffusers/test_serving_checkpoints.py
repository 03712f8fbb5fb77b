"""The server with a tiny checkpoint, called by the official client."""

import base64
import io
import os
import re
import signal
import subprocess
import sys

import numpy as np
import openai
import pytest
from engine_fixtures import SIZE, encode_png, half_open_mask, sample_pixels
from PIL import Image

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


@pytest.fixture
def images(server):
    with server.client() as client:
        yield client.images


def pixels_of(b64_json):
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(b64_json))))


def test_server_generates(images):
    answer = images.generate(model="gpt-image-1", prompt="a cat", n=2, size="64x64")

    assert [pixels_of(image.b64_json).shape for image in answer.data] == [(64, 64, 3)] * 2


def test_server_streams_previews(images):
    events = images.generate(model="gpt-image-1", prompt="a cat", size="96x64", stream=True, partial_images=2)

    kinds = [event.type for event in events]
    assert kinds == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]


def test_server_edits_only_inside_the_mask(images):
    answer = images.edit(
        model="gpt-image-1",
        prompt="a red fox",
        image=("a.png", encode_png(sample_pixels()).read(), "image/png"),
        mask=("m.png", encode_png(half_open_mask()).read(), "image/png"),
        size="64x64",
    )

    half = SIZE.width // 2
    drawn = pixels_of(answer.data[0].b64_json)
    assert np.array_equal(drawn[:, :half], sample_pixels()[:, :half])
    assert not np.array_equal(drawn[:, half:], sample_pixels()[:, half:])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the client deprecates this endpoint
def test_server_creates_variations(images):
    answer = images.create_variation(
        image=("a.png", encode_png(sample_pixels()).read(), "image/png"), size="256x256", response_format="b64_json"
    )

    assert pixels_of(answer.data[0].b64_json).shape == (256, 256, 3)


def test_unknown_adapter_fails_before_the_stream(engine_of, tmp_path):
    engine = engine_of("z-image", lora={"ink": "/nowhere"})
    settings = Settings(storage=Storage(folder=tmp_path))
    with (
        running_server(engine, settings) as server,
        server.client() as client,
        pytest.raises(openai.BadRequestError) as bad,
    ):
        client.images.generate(model="illustrator", prompt="a cat", stream=True, extra_body={"lora": [{"name": "oil"}]})

    assert bad.value.param == "lora"


def test_queue_estimate_headers_are_sent(images):
    images.generate(model="gpt-image-1", prompt="a cat", size="64x64")

    answer = images.with_raw_response.generate(model="gpt-image-1", prompt="a cat", size="64x64")

    assert answer.headers["limner-queue-position"] == "0"
    assert 0 < float(answer.headers["limner-eta"]) < 60


def test_serve_command_uses_checkpoint_for_every_model_name(checkpoints, tmp_path):
    """In a separate process, without a settings file."""
    command = [sys.executable, "-m", "limner.cli", "serve", "--model", checkpoints("z-image"), "--port", "0"]
    own = {"OMP_NUM_THREADS": "1", "LIMNER_STORAGE__FOLDER": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    with subprocess.Popen(command, env=os.environ | own, stdout=subprocess.PIPE, text=True) as process:
        try:
            address = re.search(r"http://\S+/v1", process.stdout.readline())[0]
            images = openai.OpenAI(base_url=address, api_key="none", max_retries=0).images
            pictures = [
                images.generate(model=name, prompt="a cat", size="64x64", extra_body={"num_inference_steps": 2})
                for name in ("gpt-image-1.5", "gpt-image-2", "any-name")
            ]
        finally:
            process.send_signal(signal.SIGTERM)
            code = process.wait(20)

    assert [pixels_of(picture.data[0].b64_json).shape for picture in pictures] == [(64, 64, 3)] * 3
    assert code == 0
    assert list((tmp_path / "limner" / "diffusers").iterdir()), "tuning results are saved on shutdown"


def test_ignored_parameters_are_named(images):
    answer = images.with_raw_response.generate(
        model="gpt-image-1", prompt="a cat", size="64x64", background="transparent"
    )

    assert "background" in answer.headers["limner-ignored"]


def test_disconnect_stops_work(images, engine):
    worker = engine.workers[0]
    stream = images.generate(
        model="illustrator",
        prompt="a cat",
        size="64x64",
        stream=True,
        partial_images=3,
        extra_body={"num_inference_steps": 500},
    )
    next(iter(stream))

    stream.close()

    assert wait_until(lambda: worker.load == 0)
    assert worker.stats.num_forwards < 400
