from contextlib import ExitStack

import pytest
from comfy_example import example_options
from comfy_stand_in import ComfyStandIn
from stand_in_server import running_front, running_stand_in

from limner.engines.comfyui.engine import ComfyEngine
from limner.settings import Settings, Storage


@pytest.fixture(scope="module")
def shared_comfy():
    with running_stand_in(ComfyStandIn()) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def shared_front(shared_comfy, tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_front(ComfyEngine(**example_options(base_url=shared_comfy.address)), settings) as front:
        yield front


@pytest.fixture
def comfy(shared_comfy):
    shared_comfy.reset()
    yield shared_comfy
    shared_comfy.reset()


@pytest.fixture
def own_comfy():
    """To be restarted."""
    with running_stand_in(ComfyStandIn()) as stand_in:
        yield stand_in


@pytest.fixture
def old_comfy():
    with running_stand_in(ComfyStandIn(is_old=True)) as stand_in:
        yield stand_in


@pytest.fixture
def front_of(settings):
    """Starts Limner in front of a ComfyUI server."""
    with ExitStack() as fronts:

        def start(address, **changes):
            engine = ComfyEngine(**example_options(base_url=address, **changes))
            return fronts.enter_context(running_front(engine, settings))

        yield start


@pytest.fixture
def front(comfy, shared_front):
    return shared_front
