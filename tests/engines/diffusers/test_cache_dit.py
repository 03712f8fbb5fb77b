"""The step cache of the package cache-dit: each image has a state of its own."""

from importlib.util import find_spec

import pytest
from engine_fixtures import draw, make_request

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402

from limner.engines.diffusers.step_cache import make_step_cache  # noqa: E402
from limner.engines.diffusers.step_cache_options import read_config  # noqa: E402

CACHE = {"method": "cache-dit", "Fn_compute_blocks": 1, "max_warmup_steps": 2, "residual_diff_threshold": 0.3}
needs_package = pytest.mark.skipif(find_spec("cache_dit") is None, reason="needs limner[cache-dit]")


class Fixed:
    """The progress of an image that takes one step after the other."""

    def __init__(self):
        self.num_done, self.timestep = 0, 500.0


@pytest.fixture
def network():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    return tiny.FAMILIES["flux"].make(num_layers=3, num_single_layers=3).transformer


def arguments_of(step, *, seed, num_tokens=16):
    generator = torch.Generator().manual_seed(seed)
    return {
        "hidden_states": torch.randn(1, num_tokens, 16, generator=generator) * (1 - step / 50),
        "encoder_hidden_states": torch.randn(1, 8, 32, generator=generator),
        "pooled_projections": torch.randn(1, 32, generator=generator),
        "timestep": torch.tensor([1 - step / 10]),
        "guidance": torch.tensor([3.0]),
        "img_ids": torch.zeros(num_tokens, 3),
        "txt_ids": torch.zeros(8, 3),
        "return_dict": False,
    }


class Image:
    def __init__(self, network, cache, seed):
        self.progress, self.network, self.seed = Fixed(), network, seed
        self.cached = cache.for_image(self.progress, 6)

    def step(self, **options):
        arguments = arguments_of(self.progress.num_done, seed=self.seed, **options)
        with self.cached.next_call(None).active(arguments), torch.no_grad():
            output = self.network(**arguments)[0]
        self.progress.num_done += 1
        return output


def uncached(network, step, **options):
    with torch.no_grad():
        return network(**arguments_of(step, **options))[0]


@needs_package
def test_images_have_states_of_their_own(network):
    plain = [uncached(network, step, seed=1) for step in range(6)]
    cache = make_step_cache(network, CACHE)
    alone = {seed: [one.step() for _ in range(6)] for seed in (1, 2) for one in [Image(network, cache, seed)]}

    one, other = (Image(network, cache, seed) for seed in (1, 2))
    together = [(one.step(), other.step()) for _ in range(6)]

    assert all(torch.equal(first, alone[1][step]) for step, (first, _) in enumerate(together))
    assert all(torch.equal(second, alone[2][step]) for step, (_, second) in enumerate(together))
    assert torch.equal(alone[1][1], plain[1]), "a warm-up step is computed"
    assert not torch.equal(alone[1][5], plain[5])


@needs_package
def test_network_runs_plainly_outside_of_the_cache(network):
    plain = uncached(network, 3, seed=1)
    cache = make_step_cache(network, CACHE)
    image = Image(network, cache, 1)
    for _ in range(4):
        image.step()

    assert torch.equal(uncached(network, 3, seed=1), plain)
    assert cache.end_all()
    assert image.cached.next_call(None) is None


@needs_package
def test_another_shape_begins_again_with_cache_dit(network):
    image = Image(network, make_step_cache(network, CACHE), 1)
    for _ in range(4):
        image.step()

    assert torch.equal(image.step(num_tokens=32), uncached(network, 4, seed=1, num_tokens=32))


@needs_package
def test_unknown_network_is_left_as_it_is(caplog):
    network = tiny.FAMILIES["sdxl"].make().unet

    assert make_step_cache(network, CACHE) is None
    assert "cache-dit does not know the layers of UNet2DConditionModel" in caplog.text


@needs_package
def test_engine_draws_with_cache_dit(engine_of, tmp_path):
    torch.manual_seed(0)
    tiny.FAMILIES["flux"].make(num_layers=3, num_single_layers=3).save_pretrained(tmp_path / "flux")
    settings = (None, CACHE, CACHE | {"taylorseer_order": 1})
    engines = [engine_of("flux", checkpoint=str(tmp_path / "flux"), step_cache=one) for one in settings]

    plain, cached, extrapolated = (draw(engine, make_request(num_inference_steps=8))[0] for engine in engines)

    assert abs(cached - plain).max() > 0
    assert abs(extrapolated - cached).max() > 0


def test_value_that_is_no_number_is_named():
    with pytest.raises(ValueError, match="'step_cache': 'max_warmup_steps' must be a number, not 'two'"):
        read_config("cache-dit", {"max_warmup_steps": "two"}, lambda: 0.0)
