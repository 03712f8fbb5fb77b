"""Attention backends: set for one network, and right where a batch needs a mask that the backend lacks."""

import pytest
from engine_fixtures import make_request

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from diffusers.models.attention_dispatch import AttentionBackendName, _AttentionBackendRegistry  # noqa: E402
from stock_comparison import TOLERANCE, load_stock, run_concurrently, run_stock_pipeline  # noqa: E402

from limner.engines.diffusers.checkpoint import load_model  # noqa: E402

NAME = "_native_flash"
REQUESTS = [
    make_request(seed=1, prompt="a cat", num_inference_steps=3),
    make_request(seed=2, prompt="two dogs dancing in a city at night, neon", num_inference_steps=3),
    make_request(seed=3, prompt="an astronaut riding a horse in the rain", num_inference_steps=3),
]


class Backend:
    """Computes attention as a fast kernel does: without masks."""

    def __init__(self):
        self.num_calls = 0

    def __call__(self, query, key, value, scale=None, is_causal=False):
        self.num_calls += 1
        query, key, value = (one.permute(0, 2, 1, 3) for one in (query, key, value))
        computed = torch.nn.functional.scaled_dot_product_attention(
            query, key, value, scale=scale, is_causal=is_causal, enable_gqa=query.shape[1] != key.shape[1]
        )
        return computed.permute(0, 2, 1, 3)


class RefusingBackend(Backend):
    def __call__(self, query, key, value, attn_mask=None, scale=None, is_causal=False):
        if attn_mask is not None:
            raise ValueError("no masks")
        return super().__call__(query, key, value, scale, is_causal)


@pytest.fixture
def register(monkeypatch):
    """Puts a backend into diffusers' registry, and takes it out afterwards."""
    for table in ("_backends", "_constraints", "_supported_arg_names"):
        monkeypatch.setattr(_AttentionBackendRegistry, table, dict(getattr(_AttentionBackendRegistry, table)))

    def add(backend):
        _AttentionBackendRegistry.register(AttentionBackendName(NAME))(backend)
        return backend

    return add


@pytest.mark.parametrize("kind", [Backend, RefusingBackend])
@pytest.mark.parametrize("family", ["qwen-image", "z-image", "flux"])
def test_batch_is_right_with_a_backend_that_takes_no_masks(family, kind, engine_of, register):
    """Prompts of different lengths are padded in Qwen-Image and Z-Image, and hidden by a mask."""
    backend = register(kind())

    images, batch_size = run_concurrently(engine_of(family, attention=NAME), REQUESTS)

    assert batch_size > 1
    assert backend.num_calls > 1  # forwards without a mask use it
    engine = engine_of(family)
    stock = load_stock(engine)
    for request in REQUESTS:
        alone, _ = run_stock_pipeline(engine, request, stock)
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE


def test_backend_of_one_model_is_not_that_of_another(engine_of, register):
    backend = register(Backend())
    load_model(engine_of("flux", attention=NAME).spec, "cpu")
    num_calls = backend.num_calls

    other = engine_of("qwen-image")
    run_stock_pipeline(other, REQUESTS[0])

    assert backend.num_calls == num_calls


def test_network_without_the_dispatcher_says_so(engine_of, register, caplog):
    backend = register(Backend())

    model = load_model(engine_of("sdxl", attention=NAME).spec, "cpu")

    assert "'attention' is ignored: UNet2DConditionModel" in caplog.text
    assert backend.num_calls == 0
    assert model.networks


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("flashy", "'attention': diffusers has no backend 'flashy'. Installed are: .*native"),
        ("flash", "'attention': 'flash' cannot be used: .*flash-attn.* Installed are: .*native"),
        ("_native_cudnn", "'attention': '_native_cudnn' cannot be used: .*Installed are: .*native"),
    ],
)
def test_backend_that_is_not_there_is_an_error_at_load(name, message, engine_of):
    with pytest.raises(ValueError, match=message):
        load_model(engine_of("flux", attention=name).spec, "cpu")


def test_backend_that_torch_has_draws_the_same(engine_of):
    images, _ = run_concurrently(engine_of("flux", attention="_native_math"), REQUESTS)

    engine = engine_of("flux")
    stock = load_stock(engine)
    for request in REQUESTS:
        alone, _ = run_stock_pipeline(engine, request, stock)
        assert float((images[request.seed] - alone).abs().max()) <= TOLERANCE
