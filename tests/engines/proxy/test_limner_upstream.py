"""Two Limner servers: the illustrator behind, the engine `openai` in front. The official client sees no difference."""

import base64
import io
import urllib.request

import numpy as np
import openai
import pytest
from PIL import Image

from limner.engines.illustrator.engine import IllustratorEngine
from limner.engines.proxy.engine import OpenAIEngine
from limner.settings import Settings, Storage
from running import running_server, wait_until

SIZE = "128x96"
KEY = "sk-of-the-upstream-server"


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    """The server behind, and the one in front."""

    def settings(name, **options):
        return Settings(storage=Storage(folder=tmp_path_factory.mktemp(name)), **options)

    with running_server(IllustratorEngine(processes=2), settings("behind", api_keys=(KEY,))) as behind:
        engine = OpenAIEngine(base_url=f"{behind.address}/v1", profile="limner", api_key=KEY, deterministic=True)
        with running_server(engine, settings("front")) as front:
            yield behind, front


@pytest.fixture
def clients(servers):
    behind, front = servers
    with behind.client(api_key=KEY, timeout=120) as direct, front.client(timeout=120) as proxied:
        yield direct, proxied


def pictures(response) -> list[bytes]:
    return [base64.b64decode(one.b64_json) for one in response.data]


def both(clients, call):
    """What `call` returns directly, and through the server in front."""
    return [call(client) for client in clients]


def picture_file(value=None, *, name="a.png", mask=False) -> tuple[str, bytes]:
    pixels = np.random.default_rng(value).integers(0, 256, (96, 128, 3), np.uint8)
    if mask:
        pixels = np.full((96, 128, 4), 255, np.uint8)
        pixels[:, 64:, 3] = 0
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "png")
    return name, file.getvalue()


@pytest.mark.parametrize(("model", "n"), [("gpt-image-1", 3), ("gpt-image-2", 1), ("illustrator", 1)])
def test_generated_images_are_equal(clients, model, n):
    direct, proxied = both(
        clients, lambda client: client.images.generate(model=model, prompt="a red fox", n=n, size=SIZE)
    )

    assert len(proxied.data) == n
    assert pictures(proxied) == pictures(direct)
    assert proxied.usage == direct.usage
    assert proxied.model_dump(exclude={"created", "data"}) == direct.model_dump(exclude={"created", "data"})


@pytest.mark.parametrize("options", [{"output_format": "jpeg", "output_compression": 30}, {"output_format": "webp"}])
def test_formats_are_equal(clients, options):
    direct, proxied = both(
        clients, lambda client: client.images.generate(model="gpt-image-1", prompt="a boat", size=SIZE, **options)
    )

    assert pictures(proxied) == pictures(direct)


def test_transparent_image_is_equal(clients):
    direct, proxied = both(
        clients,
        lambda client: client.images.generate(
            model="gpt-image-1", prompt="a red apple", size=SIZE, background="transparent"
        ),
    )

    assert pictures(proxied) == pictures(direct)
    assert proxied.background == "transparent"


def test_seed_and_ignored_parameters_are_reported_alike(clients):
    extra = {"seed": 11, "guidance_scale": 3, "negative_prompt": "trees"}
    direct, proxied = both(
        clients,
        lambda client: client.images.with_raw_response.generate(
            model="gpt-image-1", prompt="a house", size=SIZE, extra_body=extra
        ),
    )

    assert pictures(proxied.parse()) == pictures(direct.parse())
    assert proxied.headers["limner-seed"] == direct.headers["limner-seed"] == "11"
    assert direct.headers["limner-ignored"] == "guidance_scale"
    assert proxied.headers["limner-note"].endswith("not used by the upstream server: guidance_scale")


def test_note_of_the_server_is_passed_on(clients):
    direct, proxied = both(
        clients,
        lambda client: client.images.with_raw_response.generate(
            model="gpt-image-1", prompt="a QR code on a barrel", size=SIZE
        ),
    )

    assert direct.headers["limner-note"]
    assert proxied.headers["limner-note"] == direct.headers["limner-note"]


@pytest.mark.parametrize("partial_images", [0, 2])
def test_streams_are_equal(clients, partial_images):
    def read(client):
        with client.images.generate(
            model="gpt-image-1", prompt="a castle", size=SIZE, stream=True, partial_images=partial_images
        ) as events:
            return [event.model_dump(exclude={"created_at"}) for event in events]

    direct, proxied = both(clients, read)

    assert proxied == direct
    assert len(proxied) == partial_images + 1


def test_streamed_edit_is_equal(clients):
    def read(client):
        with client.images.edit(
            model="gpt-image-1", image=picture_file(1), prompt="add a red apple", stream=True, partial_images=1
        ) as events:
            return [event.model_dump(exclude={"created_at"}) for event in events]

    direct, proxied = both(clients, read)

    assert proxied == direct
    assert [event["type"] for event in proxied] == ["image_edit.partial_image", "image_edit.completed"]


@pytest.mark.parametrize(("count", "has_mask"), [(2, False), (1, True)])
def test_edits_are_equal(clients, count, has_mask):
    files = [picture_file(number) for number in range(count)]
    options = {"mask": picture_file(mask=True)} if has_mask else {}

    def edit(client):
        image = files if count > 1 else files[0]
        return client.images.edit(model="gpt-image-1", image=image, prompt="a red apple", **options)

    direct, proxied = both(clients, edit)

    assert pictures(proxied) == pictures(direct)
    if has_mask:
        original, edited = (np.asarray(Image.open(io.BytesIO(one))) for one in (files[0][1], pictures(proxied)[0]))
        assert np.array_equal(edited[:, :64, :3], original[:, :64])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the official client's, for variations
def test_variations_are_drawn(clients):
    _, proxied = clients
    response = proxied.images.create_variation(image=picture_file(1), n=2, size="256x256", response_format="b64_json")

    found = pictures(response)
    assert [Image.open(io.BytesIO(one)).size for one in found] == [(256, 256)] * 2
    assert found[0] != found[1]


def test_url_is_served_by_the_server_in_front(servers, clients):
    _, proxied = clients
    response = proxied.images.generate(
        model="gpt-image-1", prompt="a red fox", size=SIZE, extra_body={"response_format": "url"}
    )

    url = response.data[0].url
    assert url.startswith(servers[1].address)
    with urllib.request.urlopen(url) as answer:  # noqa: S310
        assert Image.open(io.BytesIO(answer.read())).size == (128, 96)


@pytest.mark.parametrize(
    "fields",
    [
        {"size": "7x7"},
        {"n": 0},
        {"prompt": ""},
        {"model": "unknown"},
        {"output_format": "gif"},
        {"extra_body": {"colour": "red"}},
    ],
)
def test_errors_of_the_client_are_equal(clients, fields):
    errors = []
    for client in clients:
        with pytest.raises(openai.BadRequestError) as caught:
            client.images.generate(**{"model": "gpt-image-1", "prompt": "a cat", "size": SIZE} | fields)
        errors.append((caught.value.status_code, caught.value.body))

    assert errors[0] == errors[1]


def test_damaged_image_is_the_fault_of_the_client(clients):
    name, data = picture_file(1)
    errors = []
    for client in clients:
        with pytest.raises(openai.BadRequestError) as caught:
            client.images.edit(model="gpt-image-1", image=(name, data[:2000]), prompt="a cat")
        errors.append((caught.value.status_code, caught.value.body))

    assert errors[0] == errors[1]


def test_wrong_key_of_the_server_is_no_error_of_the_client(servers, tmp_path):
    behind, _ = servers
    engine = OpenAIEngine(base_url=f"{behind.address}/v1", profile="limner", api_key="sk-wrong")
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as front, front.client() as client:
        with pytest.raises(openai.InternalServerError) as caught:
            client.images.generate(model="gpt-image-1", prompt="a cat", size=SIZE)
        health = [urllib.request.urlopen(f"{front.address}{path}").status for path in ("/health", "/health/ready")]  # noqa: S310

    assert (caught.value.status_code, caught.value.code) == (502, "upstream_misconfigured")
    assert caught.value.response.headers["x-should-retry"] == "false"
    assert "sk-wrong" not in str(caught.value.body)
    assert health == [200, 200], "one upstream server must not take the whole gateway out"


def test_hangup_stops_the_work_behind(servers, clients):
    behind, front = servers
    _, proxied = clients
    stream = proxied.images.generate(
        model="gpt-image-1", prompt="a castle", size="1024x1024", n=8, quality="high", stream=True, partial_images=3
    )
    next(iter(stream))
    assert behind.service.num_waiting > 0

    stream.close()

    assert wait_until(lambda: behind.service.num_waiting == front.service.num_waiting == 0)
