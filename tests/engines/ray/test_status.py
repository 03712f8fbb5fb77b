"""The one line that operators see of what Ray reports."""

import pytest

from limner.engines.ray.status import shorten_message

FAILED = """The deployment failed to start 3 times in a row. This may be due to a problem with its constructor or \
initial health check failing. See controller logs for details. Error:
\x1b[36mray::ServeReplica:limner-flux:engine.initialize_and_get_metadata()\x1b[39m (pid=1, ip=10.0.0.5)
  File "/opt/limner/engines/ray/replica.py", line 35, in __init__
    self._engine = load_engine(engine, options)
ValueError: unknown key

The above exception was the direct cause of the following exception:

ray::ServeReplica:limner-flux:engine.initialize_and_get_metadata() (pid=1, ip=10.0.0.5)
{last}
"""
WAITING = (
    "Deployment 'engine' in application 'limner-flux' has 1 replicas that have taken more than 30s to be scheduled."
    ' Resources required for each replica: {"GPU": 1.0}, total resources available: {"CPU": 4.0}.'
)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        pytest.param(
            FAILED.format(last="limner.engines.registry.EngineSetupError: The engine 'diffusers' is not installed."),
            "The engine 'diffusers' is not installed.",
            id="an engine that cannot be loaded",
        ),
        pytest.param(
            FAILED.format(last="FileNotFoundError: [Errno 2] No such file: '/models/flux'"),
            "FileNotFoundError: [Errno 2] No such file: '/models/flux'",
            id="another exception",
        ),
        pytest.param(
            WAITING,
            WAITING,
            id="a replica that cannot be placed",
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_message_is_the_reason_in_one_line(message, line):
    assert shorten_message(message) == line
