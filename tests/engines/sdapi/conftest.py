import pytest
from sdapi_stand_in import SdapiStandIn
from stand_in_server import running_front, running_stand_in

from limner.engines.sdapi.engine import SdapiEngine


@pytest.fixture
def webui():
    with running_stand_in(SdapiStandIn()) as stand_in:
        yield stand_in


@pytest.fixture
def sdapi_front_of(settings):
    """Starts Limner in front of a server with A1111's API."""
    fronts = []

    def start(address, **options):
        engine = SdapiEngine(**{"base_url": address, "poll_s": 0.01, "connect_timeout_s": 2} | options)
        context = running_front(engine, settings)
        fronts.append(context)
        return context.__enter__()

    yield start
    for context in reversed(fronts):
        context.__exit__(None, None, None)


@pytest.fixture
def sdapi_front(webui, sdapi_front_of):
    return sdapi_front_of(webui.address)
