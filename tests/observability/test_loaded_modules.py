"""What draws without a server loads neither metrics nor traces."""

import subprocess
import sys

import pytest

CODE = """
import sys
import limner.library.client, limner.service, limner.cli.app, limner.cli.local_backend
{use}
print(*(name for name in sys.modules if name.partition(".")[0] in ("prometheus_client", "opentelemetry")))
"""


@pytest.mark.parametrize(
    "use",
    ["", "import limner.observability.context, limner.observability.logs, limner.observability.readiness"],
    ids=["library and command line", "logs and readiness"],
)
def test_metrics_and_traces_are_not_loaded(use):
    done = subprocess.run([sys.executable, "-c", CODE.format(use=use)], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_server_without_traces_loads_no_opentelemetry():
    code = "import limner.server, sys; print([name for name in sys.modules if name.startswith('opentelemetry')])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
