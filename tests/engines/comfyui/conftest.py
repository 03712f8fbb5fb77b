import pytest
from comfy_example import example_options
from comfy_stand_in import ComfyStandIn
from stand_in_server import running_front, running_stand_in

from limner.engines.comfyui.engine import ComfyEngine


@pytest.fixture
def comfy():
    with running_stand_in(ComfyStandIn()) as stand_in:
        yield stand_in


@pytest.fixture
def old_comfy():
    with running_stand_in(ComfyStandIn(is_old=True)) as stand_in:
        yield stand_in


@pytest.fixture
def front_of(settings):
    """Starts Limner in front of a ComfyUI server."""
    fronts = []

    def start(address, **changes):
        engine = ComfyEngine(**example_options(base_url=address, **changes))
        context = running_front(engine, settings)
        fronts.append(context)
        return context.__enter__()

    yield start
    for context in reversed(fronts):
        context.__exit__(None, None, None)


@pytest.fixture
def front(comfy, front_of):
    return front_of(comfy.address)
