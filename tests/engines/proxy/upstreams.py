"""The known upstream servers for tests: each profile with its stand-in, behind a Limner."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import openai

from limner.engines.engine import Engine
from limner.engines.proxy.profile import Profile
from limner.engines.proxy.profiles import PROFILES
from limner.engines.registry import load_engine
from limner.settings import Settings, Storage
from running import RunningServer, running_server
from stand_ins import azure, litellm, localai, xinference
from stand_ins.azure import Azure
from stand_ins.litellm import LiteLLM
from stand_ins.localai import LocalAI
from stand_ins.openai import MODEL as GPT_IMAGE
from stand_ins.openai import OpenAI
from stand_ins.sd_cpp import SdCpp
from stand_ins.server import Received, StandIn
from stand_ins.sglang import Sglang
from stand_ins.vllm_omni import VllmOmni
from stand_ins.xinference import Xinference


@dataclass(frozen=True)
class Product:
    kind: type[StandIn]
    path: str = "/v1"
    """Of the base URL."""
    options: Mapping[str, str] = field(default_factory=dict)


PRODUCTS: Mapping[str, Product] = {
    "openai": Product(OpenAI, options={"model": GPT_IMAGE}),
    "azure": Product(Azure, "/openai", {"model": azure.DEPLOYMENT, "api_version": "2025-04-01-preview"}),
    "vllm-omni": Product(VllmOmni),
    "sglang": Product(Sglang),
    "localai": Product(LocalAI, options={"model": localai.MODEL}),
    "xinference": Product(Xinference, options={"model": xinference.MODEL}),
    "sd-cpp": Product(SdCpp),
    "litellm": Product(LiteLLM, options={"model": litellm.MODEL}),
}
"""By profile."""


@dataclass(frozen=True)
class Upstream:
    """A stand-in, and a Limner that draws with it."""

    name: str
    stand_in: StandIn
    front: RunningServer
    engine: Engine
    client: openai.OpenAI
    """Of the front."""

    @property
    def profile(self) -> Profile:
        return PROFILES[self.name]

    @property
    def received(self) -> list[Received]:
        """What the stand-in received. Fails the test if it would ignore or refuse a part of it."""
        assert self.stand_in.unknown_fields() == set()
        return self.stand_in.received

    def obeys(self, name: str) -> bool:
        return name in self.engine.obeys


@contextmanager
def running_upstream(name: str, folder, **options: object) -> Iterator[Upstream]:
    product = PRODUCTS[name]
    stand_in = product.kind()
    with stand_in.run():
        base_url = f"{stand_in.address}{product.path}"
        engine = load_engine(
            "openai",
            {"profile": name, "base_url": base_url, "api_key": StandIn.API_KEY, **product.options, **options},
        )
        with running_server(engine, Settings(storage=Storage(folder=folder))) as front, front.client() as client:
            yield Upstream(name, stand_in, front, engine, client)
