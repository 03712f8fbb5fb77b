"""The files in deploy/ are valid by the schemas of the programs that read them."""

import re
import shutil
import subprocess
import sys

import kubernetes_validate
import pytest
import yaml
from fenced import ROOT

from limner.server import CLOSE_S
from limner.settings import Settings, load_settings

DEPLOY = ROOT / "deploy"
KUBERNETES_VERSION = "1.33"
LEAVING_S = Settings().shutdown_s + CLOSE_S
MANIFESTS = [
    pytest.param(manifest, id=f"{path.stem}-{manifest['kind']}")
    for path in sorted(DEPLOY.glob("kubernetes*.yaml"))
    for manifest in yaml.safe_load_all(path.read_text(encoding="utf-8"))
]
SERVICES = list(yaml.safe_load_all((DEPLOY / "kubernetes-services.yaml").read_text(encoding="utf-8")))
COMPOSE = yaml.safe_load((DEPLOY / "compose.services.yaml").read_text(encoding="utf-8"))


def manifest(kind: str) -> dict:
    (found,) = [one for one in SERVICES if one["kind"] == kind]
    return found


@pytest.mark.parametrize("manifest", MANIFESTS)
def test_kubernetes_manifest_is_valid(manifest):
    kubernetes_validate.validate(manifest, KUBERNETES_VERSION, strict=True)


def test_kubernetes_schema_refuses_a_wrong_field():
    wrong = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "x"}, "spec": {"selectors": {}}}

    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, KUBERNETES_VERSION, strict=True)


@pytest.mark.parametrize("path", sorted(DEPLOY.glob("compose*.yaml")), ids=lambda path: path.stem)
def test_compose_file_is_valid(path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", sorted(DEPLOY.glob("*.service")), ids=lambda path: path.stem)
def test_systemd_unit_is_valid(path, tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed")
    unit = tmp_path / path.name
    text = path.read_text(encoding="utf-8")
    unit.write_text(re.sub(r"^ExecStart=\S+", f"ExecStart={sys.executable}", text, flags=re.MULTILINE))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert path.name not in done.stderr  # its warnings name the unit


def test_kubernetes_settings_are_known():
    (container,) = manifest("Deployment")["spec"]["template"]["spec"]["containers"]
    variables = dict(manifest("ConfigMap")["data"])
    for variable in container["env"]:
        variables[variable["name"]] = "redis://x" if "REDIS" in variable["name"] else "postgresql://x/y"

    settings = load_settings(environment=variables)

    assert settings.needs_key
    assert settings.storage.backend == "s3"
    assert settings.database.url


def test_kubernetes_parts_belong_together():
    deployment = manifest("Deployment")["spec"]
    pod = deployment["template"]
    labels = pod["metadata"]["labels"]
    (container,) = pod["spec"]["containers"]

    assert manifest("Service")["spec"]["selector"] == labels == deployment["selector"]["matchLabels"]
    assert manifest("PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    assert manifest("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]["name"] == "limner"
    assert manifest("Job")["spec"]["template"]["metadata"]["labels"] != labels  # else the Service would send to it
    assert {mount["name"] for mount in container["volumeMounts"]} == {one["name"] for one in pod["spec"]["volumes"]}
    assert "replicas" not in deployment  # else each apply undoes what the autoscaler did


def test_every_supervisor_waits_for_the_shutdown():
    pod = manifest("Deployment")["spec"]["template"]["spec"]
    delays_s = [
        float(variables["LIMNER_SHUTDOWN_DELAY_S"])
        for variables in (manifest("ConfigMap")["data"], COMPOSE["services"]["limner"]["environment"])
    ]

    assert min(delays_s) > 0
    assert pod["terminationGracePeriodSeconds"] >= delays_s[0] + LEAVING_S
    assert float(COMPOSE["services"]["limner"]["stop_grace_period"].removesuffix("s")) > delays_s[1] + LEAVING_S


def test_compose_settings_are_known():
    variables = COMPOSE["services"]["limner"]["environment"]
    known = {name: re.sub(r"\$\{.*?\}", "secret", value) for name, value in variables.items()}

    settings = load_settings(environment=known)

    assert settings.storage.s3.bucket == COMPOSE["services"]["bucket"]["command"][-1].rpartition("/")[2]
    assert settings.storage.s3.endpoint == "http://s3:9000"
    assert COMPOSE["services"]["limner"]["build"]["args"]["EXTRAS"] == "[illustrator,services]"


def test_proxy_does_not_buffer_streams():
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")

    assert "proxy_buffering off;" in text
    assert f"client_max_body_size {Settings().limits.max_request_bytes // 1_000_000}m;" in text
    assert "http://limner:8000" in text
