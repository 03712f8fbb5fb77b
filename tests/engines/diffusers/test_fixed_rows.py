"""`deterministic` with a number of rows: the same bits alone and in a crowd, and batches all the same."""

import asyncio

import pytest
from engine_fixtures import events_of, make_request, model_of, running, stats_of

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import EngineError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from limner.core.request import Lora  # noqa: E402
from limner.engines.diffusers import batch  # noqa: E402

ROWS = 4
PROMPTS = ("a cat", "two dogs dancing in a city at night, neon", "a red fox in the rain", "mountains")
CROWD = [
    make_request(seed=seed, prompt=PROMPTS[seed % 4], num_inference_steps=2 + seed % 3, user=f"client {seed % 8}")
    for seed in range(32)
]
"""Of unequal steps, so that images join and leave batches."""


async def draw(engine, request):
    return (await events_of(engine, request))[-1].picture.read()


def draw_alone_and_in_a_crowd(engine, requests):
    """Both lists of encoded images, and the average images per forward of the crowd."""

    async def draw_all():
        alone = [await draw(engine, request) for request in requests]
        stats = stats_of(engine)
        num_forwards, num_images = stats.num_forwards, stats.num_images
        crowd = await asyncio.gather(*(draw(engine, request) for request in requests))
        return alone, crowd, (stats.num_images - num_images) / (stats.num_forwards - num_forwards)

    with running(engine, timeout_s=300) as run:
        return run(draw_all())


def test_a_crowd_gets_the_bits_of_images_drawn_alone(engine_of):
    alone, crowd, batch_size = draw_alone_and_in_a_crowd(engine_of("flux", deterministic=ROWS), CROWD)

    assert alone == crowd
    assert len(set(alone)) == len(alone)
    assert batch_size > 2


@pytest.mark.parametrize(
    ("family", "fields"),
    [
        pytest.param("sd15", {"guidance_scale": 5.0}, id="two-rows-per-image"),
        pytest.param("sdxl", {"guidance_scale": 5.0}, id="arguments-in-a-mapping"),
        pytest.param("z-image", {}, id="lists-of-tensors"),
        pytest.param("qwen-image", {}, id="prompts-of-any-length"),
    ],
)
def test_every_kind_of_argument_has_the_same_bits_in_a_crowd(family, fields, engine_of):
    requests = [make_request(seed=seed, prompt=PROMPTS[seed % 2], **fields) for seed in range(6)]

    alone, crowd, batch_size = draw_alone_and_in_a_crowd(engine_of(family, deterministic=ROWS), requests)

    assert alone == crowd
    assert batch_size > 1.2


def test_rows_that_do_not_fit_an_image_are_left_out(engine_of):
    requests = [make_request(seed=seed, guidance_scale=5.0) for seed in range(3)]

    alone, crowd, batch_size = draw_alone_and_in_a_crowd(engine_of("sd15", deterministic=3), requests)

    assert alone == crowd
    assert batch_size == 1  # a second image of two rows does not fit


def test_forwards_have_a_fixed_number_of_rows(engine_of):
    rows = []
    with running(engine := engine_of("flux", deterministic=ROWS)) as run:
        run(draw(engine, make_request()))
        [network] = model_of(engine).networks.values()
        network.real.register_forward_pre_hook(
            lambda module, args, kwargs: rows.append(len(kwargs["hidden_states"])), with_kwargs=True
        )
        run(draw(engine, make_request(seed=1)))
        run(events_of(engine, make_request(n=6, size=Size(96, 64))))

    assert set(rows) == {ROWS}


def test_rows_that_do_not_fit_into_memory_fail_at_once(engine_of, caplog):
    """A smaller batch would be filled up to as many rows again."""
    num_forwards = 0

    def out_of_memory(module, args):
        nonlocal num_forwards
        num_forwards += 1
        raise torch.OutOfMemoryError("out of memory, simulated")

    with running(engine := engine_of("flux", deterministic=ROWS)) as run:
        run(draw(engine, make_request()))
        [network] = model_of(engine).networks.values()
        handle = network.real.register_forward_pre_hook(out_of_memory)
        with pytest.raises(EngineError) as failure:
            run(events_of(engine, make_request(n=ROWS)))
        handle.remove()
        assert run(draw(engine, make_request()))

    assert failure.value.code == "out_of_memory"
    assert num_forwards == 1
    assert "forwards of 4 rows do not fit into memory: set 'deterministic' to fewer" in caplog.text


def test_images_run_alone_where_rows_are_rounded_differently(engine_of):
    """A network that adds to each row its place in the forward."""

    def add_place(module, args, output):
        [latents] = output
        return (latents + 0.01 * torch.arange(len(latents)).view(-1, 1, 1),)

    requests = [make_request(seed=seed) for seed in range(6)]
    with running(engine := engine_of("flux", deterministic=ROWS)) as run:

        async def draw_all():
            await draw(engine, make_request(size=Size(32, 32)))
            [network] = model_of(engine).networks.values()
            network.real.register_forward_hook(add_place)
            alone = [await draw(engine, request) for request in requests]
            return alone, await asyncio.gather(*(draw(engine, request) for request in requests))

        alone, crowd = run(draw_all())

    assert alone == crowd


@pytest.fixture
def rows_of_forwards():
    """Counts what a model's network computes."""

    def watch(engine):
        rows = []
        [network] = model_of(engine).networks.values()
        network.real.register_forward_pre_hook(
            lambda module, args, kwargs: rows.append(len(kwargs["hidden_states"])), with_kwargs=True
        )
        return rows

    return watch


def test_scales_of_adapters_need_no_check_of_their_own(engine_of, adapter, rows_of_forwards):
    def inked(scale):
        return make_request(lora=(Lora("ink", scale),), num_inference_steps=2)

    with running(engine := engine_of("flux", deterministic=ROWS, lora={"ink": adapter})) as run:
        run(draw(engine, make_request()))
        rows = rows_of_forwards(engine)
        run(draw(engine, inked(1.0)))
        num_first = len(rows)
        run(draw(engine, inked(0.5)))

    assert num_first == 2 + 1  # steps, and the check with these adapters
    assert len(rows) - num_first == 2


def test_checked_shapes_are_bounded(engine_of, monkeypatch, rows_of_forwards):
    monkeypatch.setattr(batch, "MAX_CHECKED_SHAPES", 2)
    sizes = [Size(64, 64), Size(96, 64), Size(64, 64), Size(96, 96), Size(64, 64), Size(96, 64)]
    is_checked = []
    with running(engine := engine_of("flux", deterministic=ROWS)) as run:
        run(draw(engine, make_request(size=Size(32, 32))))
        rows = rows_of_forwards(engine)
        for size in sizes:
            num_before = len(rows)
            run(draw(engine, make_request(size=size, num_inference_steps=1)))
            is_checked.append(len(rows) - num_before == 2)
        [network] = model_of(engine).networks.values()

    assert is_checked == [True, True, False, True, False, True]  # the latest used ones are kept
    assert len(network._ignores_position) == 2
