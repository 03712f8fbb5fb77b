"""The files in deploy/ are consistent with each other, the settings and the server. No container is built."""

import configparser
import re
import shlex
import tomllib

import pytest
import yaml
from fenced import ROOT

from limner.server import CLOSE_S
from limner.settings import Settings, load_settings

DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
KUBERNETES = {one["kind"]: one for one in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8"))}
LEAVING_S = Settings().shutdown_s + CLOSE_S


def instructions(name: str) -> list[list[str]]:
    return [shlex.split(rest) for rest in re.findall(rf"^{name} (.*)$", DOCKERFILE, re.MULTILINE)]


def environment_of_the_image() -> dict[str, str]:
    return dict(pair.split("=", 1) for words in instructions("ENV") for pair in words)


def unit() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / "limner.service", encoding="utf-8")
    return parser


def test_dockerfile_copies_only_existing_files_in_context():
    sent = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()

    for *sources, _target in instructions("COPY"):
        for source in sources:
            assert (ROOT / source).exists(), source
            assert f"!{source}" in sent


def test_image_installs_libraries_named_by_readme_and_make():
    last_stage = DOCKERFILE.rpartition("FROM ")[2]

    assert {"libgl1", "libegl1"} <= set(last_stage.split())
    assert "apt-get install libgl1 libegl1" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_documented_build_extras_exist():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    page = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")

    default = 'ARG EXTRAS="[illustrator]"'
    assert all("$EXTRAS" in stage.partition(default)[2] for stage in DOCKERFILE.split("FROM ")[1:])
    scale = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    named = re.findall(r"EXTRAS=\"?\[([\w,]+)\]", page + scale + DOCKERFILE)
    single = {"illustrator", "illustrator,diffusers", "illustrator,services"}
    assert single | {"ray,services", "ray,diffusers"} == set(named)
    assert {extra for names in named for extra in names.split(",")} <= set(extras)
    assert environment_of_the_image()["HF_HOME"].startswith(environment_of_the_image()["LIMNER_STORAGE__FOLDER"])


def test_image_runs_unprivileged_with_a_known_command():
    user = instructions("USER")[-1]

    assert user == ["10001"]
    assert instructions("ENTRYPOINT") == [["[limner]"]]
    assert instructions("CMD")[-1] == ["[serve]"]
    assert instructions("HEALTHCHECK")


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param(environment_of_the_image(), id="image"),
        pytest.param(COMPOSE["services"]["limner"]["environment"], id="compose"),
        pytest.param(
            {
                one["name"]: one.get("value", "sk-one,sk-two")
                for one in KUBERNETES["Deployment"]["spec"]["template"]["spec"]["containers"][0]["env"]
            },
            id="kubernetes",
        ),
        pytest.param(dict([unit()["Service"]["Environment"].split("=", 1)]), id="systemd"),
    ],
)
def test_environment_variables_are_settings(environment):
    limner = {
        name: "sk-one,sk-two" if value.startswith("${") else value  # set in Compose's environment
        for name, value in environment.items()
        if name.startswith("LIMNER_")
    }

    assert limner
    load_settings(environment=limner)


def test_every_supervisor_waits_for_shutdown():
    pod = KUBERNETES["Deployment"]["spec"]["template"]["spec"]

    assert float(COMPOSE["services"]["limner"]["stop_grace_period"].removesuffix("s")) > LEAVING_S
    assert pod["terminationGracePeriodSeconds"] > LEAVING_S
    assert float(unit()["Service"]["TimeoutStopSec"]) > LEAVING_S


def test_kubernetes_manifest_is_consistent():
    deployment, service = KUBERNETES["Deployment"]["spec"], KUBERNETES["Service"]["spec"]
    pod = deployment["template"]["spec"]
    (container,) = pod["containers"]

    assert deployment["selector"]["matchLabels"] == deployment["template"]["metadata"]["labels"] == service["selector"]
    assert service["ports"][0]["targetPort"] in [port["name"] for port in container["ports"]]
    assert {mount["name"] for mount in container["volumeMounts"]} == {volume["name"] for volume in pod["volumes"]}
    assert (
        pod["volumes"][0]["persistentVolumeClaim"]["claimName"]
        == KUBERNETES["PersistentVolumeClaim"]["metadata"]["name"]
    )


def test_kubernetes_service_links_are_disabled():
    assert KUBERNETES["Deployment"]["spec"]["template"]["spec"]["enableServiceLinks"] is False


def test_compose_builds_the_existing_dockerfile():
    build = COMPOSE["services"]["limner"]["build"]

    assert (DEPLOY / build["context"] / build["dockerfile"]).resolve() == DEPLOY / "Dockerfile"
