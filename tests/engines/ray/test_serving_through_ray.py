"""A server whose engine is in a replica, called by the official client. Serve is in its local testing mode."""

import base64
import io

import numpy as np
import openai
import pytest
from PIL import Image

from limner import codec
from limner.core.errors import APIError
from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import Settings, Storage
from ray_local import hosted
from running import running_server, wait_until

SHADE = np.full((64, 64, 3), 90, np.uint8)


@pytest.fixture(scope="module", params=["illustrator", "diffusers"])
def engine(request):
    if request.param == "illustrator":
        return IllustratorEngine(processes=1)
    return diffusers_engine(request)


def diffusers_engine(request, **options):
    pytest.importorskip("torch", reason="needs limner[diffusers]")
    pytest.importorskip("diffusers", reason="needs limner[diffusers]")
    import tiny

    from limner.engines.diffusers.engine import DiffusersEngine
    from limner.engines.diffusers.worker import DeviceWorkers

    checkpoint = request.getfixturevalue("checkpoints")("flux")
    return DiffusersEngine(
        workers=DeviceWorkers(),  # local replicas of earlier tests hold theirs
        checkpoint=checkpoint,
        device="cpu",
        steps=4,
        arguments=tiny.FAMILIES["flux"].arguments,
        cache=str(request.getfixturevalue("tmp_path_factory").mktemp("cache")),
        **options,
    )


@pytest.fixture(scope="module")
def client(engine, tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with hosted(engine) as gateway, running_server(gateway, settings) as server, server.client(timeout=120) as client:
        yield client


def decode(image):
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(image.b64_json))))[..., :3]


def test_ten_images_are_drawn(client):
    answer = client.images.generate(model="gpt-image-1", prompt="a red apple", n=10, size="64x64", quality="low")

    assert len({one.b64_json for one in answer.data}) == 10


def test_seed_decides_the_image(client):
    options = {"model": "gpt-image-1", "prompt": "a red apple", "size": "64x64"}

    one, two, other = (
        decode(client.images.generate(**options, extra_body={"seed": seed}).data[0]) for seed in (1, 1, 2)
    )

    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


def test_previews_precede_the_image(client):
    events = client.images.generate(
        model="gpt-image-1", prompt="a red apple", size="64x64", stream=True, partial_images=2
    )

    kinds = [event.type for event in events]
    assert kinds == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]


def test_edit_of_sixteen_images_keeps_what_the_mask_protects(client):
    mask = np.full((64, 64, 4), 255, np.uint8)
    mask[:, 32:, 3] = 0
    pictures = [(f"{index}.png", codec.encode(SHADE, "png").data) for index in range(16)]

    answer = client.images.edit(
        model="gpt-image-1",
        prompt="a red apple",
        image=pictures,
        mask=("m.png", codec.encode(mask, "png").data),
        size="64x64",
    )

    assert np.array_equal(decode(answer.data[0])[:, :32], SHADE[:, :32])
    assert not np.array_equal(decode(answer.data[0])[:, 32:], SHADE[:, 32:])


def test_unknown_adapter_is_refused(request, tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path / "storage"))
    engine = diffusers_engine(request, lora={"ink": "/nowhere"})
    options = {"model": "gpt-image-1", "prompt": "x", "size": "64x64", "extra_body": {"lora": [{"name": "oil"}]}}
    with hosted(engine) as gateway, running_server(gateway, settings) as server, server.client(timeout=120) as client:
        errors = []
        for stream in (False, True):  # by the replica, and then before it is asked
            with pytest.raises(openai.BadRequestError) as caught:
                client.images.generate(**options, stream=stream)
            errors.append(caught.value)
            assert wait_until(lambda: is_known_to(gateway))

    for error in errors:
        assert (error.param, error.code) == ("lora", "invalid_value")
        assert "'ink'" in error.message


def is_known_to(gateway):
    """Whether a replica has reported that it refuses such requests."""
    return any(isinstance(one, APIError) for report in gateway._load.reports for one in report.new.values())
