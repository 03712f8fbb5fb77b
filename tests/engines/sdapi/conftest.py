from contextlib import ExitStack

import pytest
from sdapi_stand_in import SdapiStandIn
from stand_in_server import running_front, running_stand_in

from limner.engines.sdapi.engine import SdapiEngine
from limner.settings import Settings, Storage

OPTIONS = {"poll_s": 0.01, "connect_timeout_s": 2}


@pytest.fixture(scope="module")
def shared_webui():
    with running_stand_in(SdapiStandIn()) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def shared_sdapi_front(shared_webui, tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_front(SdapiEngine(**{"base_url": shared_webui.address} | OPTIONS), settings) as front:
        yield front


@pytest.fixture
def webui(shared_webui):
    shared_webui.reset()
    yield shared_webui
    shared_webui.reset()


@pytest.fixture
def sdapi_front_of(settings):
    """Starts Limner in front of a server with A1111's API."""
    with ExitStack() as fronts:

        def start(address, **options):
            engine = SdapiEngine(**{"base_url": address} | OPTIONS | options)
            return fronts.enter_context(running_front(engine, settings))

        yield start


@pytest.fixture
def sdapi_front(webui, shared_sdapi_front):
    return shared_sdapi_front
