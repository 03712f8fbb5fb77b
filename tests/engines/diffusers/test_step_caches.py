"""Step caches: each image has its own, and only a forward of one image uses it."""

import pytest
from engine_fixtures import edit, make_request, model_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
from stock_comparison import TOLERANCE, CountingWorker, run_concurrently, run_stock_pipeline  # noqa: E402

from limner.engines.diffusers import step_cache  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.step_cache import make_step_cache  # noqa: E402

NUM_STEPS = 8
FIRST_BLOCK = {"method": "first_block", "threshold": 0.3}
TAYLORSEER = {
    "method": "taylorseer",
    "cache_interval": 3,
    "disable_cache_before_step": 2,
    "taylor_factors_dtype": "float32",
}
MAG = {"method": "mag", "mag_ratios": "flux", "num_inference_steps": NUM_STEPS, "threshold": 0.5}
PYRAMID_ATTENTION = {"method": "pyramid_attention", "spatial_attention_timestep_skip_range": [0, 990]}
STOCK = {
    "first_block": lambda pipeline: diffusers.FirstBlockCacheConfig(threshold=0.3),
    "taylorseer": lambda pipeline: diffusers.TaylorSeerCacheConfig(
        cache_interval=3, disable_cache_before_step=2, taylor_factors_dtype=torch.float32
    ),
    "mag": lambda pipeline: diffusers.MagCacheConfig(
        mag_ratios=diffusers.hooks.mag_cache.FLUX_MAG_RATIOS, num_inference_steps=NUM_STEPS, threshold=0.5
    ),
    "pyramid_attention": lambda pipeline: diffusers.PyramidAttentionBroadcastConfig(
        spatial_attention_block_skip_range=2,
        spatial_attention_timestep_skip_range=(0, 990),
        current_timestep_callback=lambda: pipeline.current_timestep,
    ),
}
"""The same options in diffusers' own words."""
every_method = pytest.mark.parametrize(
    "setting",
    [pytest.param(one, id=one["method"]) for one in (FIRST_BLOCK, TAYLORSEER, MAG, PYRAMID_ATTENTION)],
)
CAT = make_request(seed=1, prompt="a cat", num_inference_steps=NUM_STEPS, user="one")
DOGS = make_request(seed=2, prompt="two dogs in a city at night, neon", num_inference_steps=NUM_STEPS, user="two")
GUIDED = make_request(
    seed=3, prompt="a red fox", negative_prompt="rain", guidance_scale=3.5, num_inference_steps=NUM_STEPS, user="three"
)


@pytest.fixture(scope="module")
def deep_flux(tmp_path_factory):
    """A tiny FLUX with enough blocks to skip."""
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("deep-flux")
    tiny.FAMILIES["flux"].make(num_layers=3, num_single_layers=4).save_pretrained(folder)
    return str(folder)


@pytest.fixture
def make_engine(engine_of, deep_flux):
    def make(step_cache=None, **options):
        return engine_of("flux", **{"checkpoint": deep_flux, "step_cache": step_cache} | options)

    return make


class Computed:
    """Counts the forwards of a network, and those that computed one of its last layers, too."""

    def __init__(self):
        self.num_forwards = self.num_layers = 0
        self.timesteps = []

    def watch(self, network):
        network.register_forward_pre_hook(self._count_forward, with_kwargs=True)
        network.single_transformer_blocks[-2].attn.to_q.register_forward_pre_hook(self._count_layer)

    def _count_forward(self, network, args, kwargs):
        self.num_forwards += 1
        self.timesteps += kwargs["timestep"].tolist()

    def _count_layer(self, *args):
        self.num_layers += 1


def draw(engine, *requests, max_rows=1):
    """The images by seed, and what was computed. `max_rows=1`: each forward is of one image."""
    model = load_model(engine.spec, "cpu")
    computed = Computed()
    computed.watch(model.networks["transformer"].real)
    engine.workers = [CountingWorker(engine.workers[0].limits, max_rows=max_rows, loader=lambda spec, device: model)]
    first = make_request(seed=99, num_inference_steps=1)
    images, batch_size = run_concurrently(engine, list(requests), first=first)
    if max_rows == 1:
        assert batch_size == 1
    computed.num_forwards, computed.num_layers = computed.num_forwards - 1, computed.num_layers - 1
    del computed.timesteps[0]
    return images, computed


@every_method
def test_cached_image_equals_stock_image_with_the_cache(setting, make_engine):
    model = load_model(make_engine().spec, "cpu")
    model.pipeline.transformer.enable_cache(STOCK[setting["method"]](model.pipeline))
    stock, _ = run_stock_pipeline(make_engine(), CAT, model)
    uncached, _ = run_stock_pipeline(make_engine(), CAT)

    images, computed = draw(make_engine(setting), CAT)

    assert torch.equal(images[1], stock)
    assert not torch.equal(images[1], uncached)
    assert computed.num_layers < computed.num_forwards == NUM_STEPS


@every_method
def test_interleaved_images_equal_those_drawn_alone(setting, make_engine):
    alone = {one.seed: draw(make_engine(setting), one)[0][one.seed] for one in (CAT, DOGS, GUIDED)}

    images, computed = draw(make_engine(setting), CAT, DOGS, GUIDED)

    assert len(set(computed.timesteps[:6])) < 6  # different images took the same step one after the other
    for seed, image in alone.items():
        assert torch.equal(images[seed], image)


def test_two_calls_per_step_have_caches_of_their_own(make_engine):
    """The pipeline names its calls with and without the prompt; diffusers keeps a state for each name."""
    model = load_model(make_engine().spec, "cpu")
    model.pipeline.transformer.enable_cache(STOCK["first_block"](model.pipeline))
    stock, _ = run_stock_pipeline(make_engine(), GUIDED, model)

    images, computed = draw(make_engine(FIRST_BLOCK), GUIDED)

    assert torch.equal(images[3], stock)
    assert computed.num_layers < computed.num_forwards == 2 * NUM_STEPS


def test_calls_without_a_name_are_told_apart(make_engine):
    """FLUX's image to image calls its network twice per step, and does not say for what: stock caches fail."""
    request = edit(seed=4, negative_prompt="rain", guidance_scale=6.0, strength=1.0, num_inference_steps=NUM_STEPS)
    uncached, _ = run_stock_pipeline(make_engine(), request)

    images, computed = draw(make_engine(TAYLORSEER), request)

    assert computed.num_layers < computed.num_forwards == 2 * NUM_STEPS
    assert 0 < float((images[4] - uncached).abs().max()) < 0.1


def test_joined_forwards_run_without_the_cache(make_engine):
    requests = [CAT, DOGS]

    images, computed = draw(make_engine(PYRAMID_ATTENTION), *requests, max_rows=8)

    assert computed.num_layers == computed.num_forwards == NUM_STEPS + 1
    for request in requests:
        uncached, _ = run_stock_pipeline(make_engine(), request)
        assert float((images[request.seed] - uncached).abs().max()) <= TOLERANCE


def test_cache_restarts_after_joined_forwards(make_engine):
    """The first step is the image's own, three are joined, and the cache begins at the fifth."""
    short = make_request(seed=2, prompt="two dogs", num_inference_steps=3, user="two")
    model = load_model(make_engine().spec, "cpu")
    pipeline = model.pipeline

    def begin(pipeline, step, timestep, arguments):
        if step == 3:
            pipeline.transformer.enable_cache(STOCK["taylorseer"](pipeline))
        return arguments

    engine = make_engine(arguments={"callback_on_step_end": begin, "max_sequence_length": 32})
    stock, _ = run_stock_pipeline(engine, CAT, model)
    pipeline.transformer.disable_cache()
    uncached, _ = run_stock_pipeline(make_engine(), CAT, model)

    images, _ = draw(make_engine(TAYLORSEER), CAT, short, max_rows=8)

    assert float((images[1] - stock).abs().max()) <= TOLERANCE
    assert float((images[1] - uncached).abs().max()) > TOLERANCE


@pytest.mark.parametrize(("setting", "saves"), [(FIRST_BLOCK, True), (MAG, False)], ids=["first_block", "mag"])
def test_cache_after_joined_forwards_is_kept_or_ended(setting, saves, make_engine):
    """First-block compares with what it has; mag goes by the index of the step."""
    short = make_request(seed=2, prompt="two dogs", num_inference_steps=2, user="two")

    _, computed = draw(make_engine(setting), CAT, short, max_rows=8)

    assert (computed.num_layers < computed.num_forwards) is saves


def test_deterministic_images_use_no_cache(make_engine):
    images, computed = draw(make_engine(FIRST_BLOCK, deterministic=True), CAT)

    assert torch.equal(images[1], run_stock_pipeline(make_engine(), CAT)[0])
    assert computed.num_layers == computed.num_forwards


def test_mag_is_only_used_for_its_number_of_steps(make_engine):
    request = make_request(seed=1, num_inference_steps=NUM_STEPS - 2)

    _, computed = draw(make_engine(MAG), request)

    assert computed.num_layers == computed.num_forwards == NUM_STEPS - 2


def test_states_are_freed_with_their_images(make_engine):
    engine = make_engine(TAYLORSEER)

    draw(engine, CAT, DOGS)

    assert not engine.workers[0].models.get(engine.spec)
    engine = make_engine(TAYLORSEER)
    with running(engine) as run:
        from engine_fixtures import events_of

        run(events_of(engine, CAT))
        assert not model_of(engine).networks["transformer"].step_cache.images


def test_image_without_room_for_a_state_runs_uncached(make_engine, monkeypatch):
    monkeypatch.setattr(step_cache, "MAX_IMAGES", 0)

    images, _ = draw(make_engine(FIRST_BLOCK), CAT)

    assert torch.equal(images[1], run_stock_pipeline(make_engine(), CAT)[0])


class Fixed:
    """The progress of an image that takes one step after the other."""

    def __init__(self):
        self.num_done, self.timestep = 0, 500.0


def network_and_cache(setting):
    torch.manual_seed(0)
    network = tiny.FAMILIES["flux"].make(num_layers=2, num_single_layers=2).transformer
    return network, make_step_cache(network, setting)


def arguments_of(network, *, num_tokens=16, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return {
        "hidden_states": torch.randn(1, num_tokens, 16, generator=generator),
        "encoder_hidden_states": torch.randn(1, 8, 32, generator=generator),
        "pooled_projections": torch.randn(1, 32, generator=generator),
        "timestep": torch.tensor([0.5]),
        "guidance": torch.tensor([3.0]),
        "img_ids": torch.zeros(num_tokens, 3),
        "txt_ids": torch.zeros(8, 3),
        "return_dict": False,
    }


def forward(network, image, arguments):
    call = image.next_call(None)
    if call is None:
        return network(**arguments)[0]
    with call.active(arguments), torch.no_grad():
        return network(**arguments)[0]


def test_failed_forward_leaves_no_half_written_state():
    network, cache = network_and_cache(FIRST_BLOCK)
    progress = Fixed()
    image = cache.for_image(progress, NUM_STEPS)
    arguments = arguments_of(network)
    expected = network(**arguments)[0]

    def fail(*args):
        raise RuntimeError("no memory, simulated")

    handle = network.single_transformer_blocks[0].register_forward_pre_hook(fail)
    with pytest.raises(RuntimeError, match="no memory"):
        forward(network, image, arguments)
    handle.remove()

    assert torch.equal(forward(network, image, arguments), expected)
    assert torch.equal(network(**arguments)[0], expected)


def test_another_shape_begins_again():
    network, cache = network_and_cache(FIRST_BLOCK | {"threshold": 100.0})
    progress = Fixed()
    image = cache.for_image(progress, NUM_STEPS)
    forward(network, image, arguments_of(network))
    larger = arguments_of(network, num_tokens=32)
    progress.num_done = 1

    assert torch.equal(forward(network, image, larger), network(**larger)[0])


def test_ended_states_are_gone_and_images_go_on():
    network, cache = network_and_cache(FIRST_BLOCK | {"threshold": 100.0})
    progress = Fixed()
    image = cache.for_image(progress, NUM_STEPS)
    forward(network, image, arguments_of(network))

    assert cache.end_all()
    assert not cache.end_all()

    progress.num_done = 1
    other = arguments_of(network, seed=1)
    assert torch.equal(forward(network, image, other), network(**other)[0])


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"method": "teacache"}, "must be one of first_block, taylorseer"),
        ({"threshold": 0.1}, "must be one of first_block, taylorseer"),
        (FIRST_BLOCK | {"treshold": 0.1}, "first_block has no treshold; it has threshold"),
        ({"method": "mag"}, "mag_ratios"),
        (TAYLORSEER | {"taylor_factors_dtype": "float33"}, "a type of torch"),
    ],
)
def test_wrong_setting_is_an_error_that_names_it(setting, message):
    with pytest.raises(ValueError, match=message):
        network_and_cache(setting)


def test_network_that_the_method_does_not_know_runs_without_it(engine_of, caplog):
    engine = engine_of("sdxl", step_cache="first_block")
    [stock, _] = run_stock_pipeline(engine_of("sdxl"), CAT)

    images, _ = run_concurrently(engine, [CAT])

    assert "'step_cache' is ignored: first_block does not know the layers of UNet2DConditionModel" in caplog.text
    assert torch.equal(images[1], stock)


def test_network_that_fails_with_the_cache_runs_without_it(engine_of, caplog):
    """diffusers' first-block cache does not fit the blocks of FLUX.2, and fails in the first forward."""
    engine = engine_of("klein", step_cache="first_block")
    [stock, _] = run_stock_pipeline(engine_of("klein"), CAT)

    images, _ = run_concurrently(engine, [CAT, DOGS])

    assert torch.equal(images[1], stock) or float((images[1] - stock).abs().max()) <= TOLERANCE
    assert caplog.text.count("does not work with a step cache") == 1


@pytest.mark.parametrize("family", ["klein", "flux2", "z-image", "qwen-image", "lumina2", "ernie-image"])
def test_taylorseer_serves_other_families(family, engine_of):
    request = make_request(seed=1, num_inference_steps=NUM_STEPS)
    stock, _ = run_stock_pipeline(engine_of(family), request)

    images, _ = run_concurrently(engine_of(family, step_cache=TAYLORSEER), [request])

    assert 0 < float((images[1] - stock).abs().max()) < 0.5


@pytest.mark.parametrize("setting", [FIRST_BLOCK, TAYLORSEER], ids=["first_block", "taylorseer"])
def test_compiled_network_keeps_its_caches_apart(setting, make_engine, caplog):
    alone = {one.seed: draw(make_engine(setting), one)[0][one.seed] for one in (CAT, DOGS)}

    images, _ = draw(make_engine(setting, compile={"backend": "eager"}), CAT, DOGS)

    assert "cannot be compiled" not in caplog.text
    for seed, image in alone.items():
        assert float((images[seed] - image).abs().max()) <= TOLERANCE


def test_cuda_graphs_are_refused(make_engine):
    with pytest.raises(ValueError, match="'step_cache' cannot keep what a CUDA graph overwrites"):
        make_engine(FIRST_BLOCK, compile={"mode": "reduce-overhead"})
