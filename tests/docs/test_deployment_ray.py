"""The files in deploy/ for Ray are valid, belong together, and have commands and settings that there are."""

import os
import re
import shlex
import shutil
import subprocess

import kubernetes_validate
import pytest
import yaml
from fenced import ROOT
from typer.main import get_command

from limner.cli.app import app
from limner.model_plan import plan_deployments
from limner.server import CLOSE_S
from limner.settings import load_settings

DEPLOY = ROOT / "deploy"
KUBERAY = DEPLOY / "kuberay"
KUBERNETES_VERSION = "1.33"
TOKEN = {"name": "limner-ray", "key": "auth_token"}


def read_all(path):
    return [one for one in yaml.safe_load_all(path.read_text(encoding="utf-8")) if one]


CLUSTER, DISRUPTION = read_all(KUBERAY / "cluster.yaml")
(JOB,) = read_all(KUBERAY / "deploy-job.yaml")
(GATEWAY,) = read_all(KUBERAY / "gateway.yaml")
POLICIES = {one["metadata"]["name"]: one["spec"] for one in read_all(KUBERAY / "network.yaml")}
(KUSTOMIZATION,) = read_all(DEPLOY / "kustomization.yaml")
(COMPOSE,) = read_all(DEPLOY / "compose.ray.yaml")
(SERVICES,) = read_all(DEPLOY / "compose.services.yaml")
BASE = {one["kind"]: one for one in read_all(DEPLOY / "kubernetes-services.yaml")}
DEPLOYMENT = BASE["Deployment"]
GROUPS = {"head": CLUSTER["spec"]["headGroupSpec"]} | {
    group["groupName"]: group for group in CLUSTER["spec"]["workerGroupSpecs"]
}
GPU = GROUPS["gpu"]["template"]["spec"]
RAY_FIELDS = {  # of KubeRay 1.6
    "rayVersion",
    "authOptions",
    "gcsFaultToleranceOptions",
    "enableInTreeAutoscaling",
    "autoscalerOptions",
    "headGroupSpec",
    "workerGroupSpecs",
}
SETTINGS = load_settings(KUBERAY / "limner.toml", environment={}, flags={"ray": {"address": "auto"}})


def pod_of(workload):
    return workload["spec"]["template"]["spec"]


def container_of(workload):
    (container,) = pod_of(workload)["containers"]
    return container


def shell_commands(script):
    """The commands of a line for the shell, without `exec`."""
    for command in re.split(r"&&|;", script):
        words = [word for word in shlex.split(command) if word != "exec"]
        if words and words[0] in ("ray", "limner"):
            yield words


COMMANDS = {
    "gateway": container_of(GATEWAY)["args"][0],
    "job": container_of(JOB)["args"][0],
    "drain": GPU["containers"][0]["lifecycle"]["preStop"]["exec"]["command"][-1],
    "compose gateway": COMPOSE["services"]["limner"]["command"][-1],
    "compose head": shlex.join(COMPOSE["services"]["ray-head"]["command"]),
    "compose worker": shlex.join(COMPOSE["services"]["ray-worker"]["command"]),
    "compose health": shlex.join(COMPOSE["services"]["ray-head"]["healthcheck"]["test"][1:]),
}


@pytest.mark.parametrize(
    "manifest", [DISRUPTION, JOB, *read_all(KUBERAY / "network.yaml")], ids=lambda one: one["kind"]
)
def test_manifest_is_valid(manifest):
    kubernetes_validate.validate(manifest, KUBERNETES_VERSION, strict=True)


@pytest.mark.parametrize("name", GROUPS)
def test_pods_of_the_cluster_are_valid(name):
    pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}, "spec": GROUPS[name]["template"]["spec"]}

    kubernetes_validate.validate(pod, KUBERNETES_VERSION, strict=True)


def test_cluster_has_only_known_fields():
    assert set(CLUSTER["spec"]) <= RAY_FIELDS
    for group in GROUPS.values():
        assert set(group) <= {"groupName", "replicas", "minReplicas", "maxReplicas", "rayStartParams", "template"}
        assert all(isinstance(value, str) for value in group["rayStartParams"].values())


def test_kustomization_renders_valid_manifests():
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        pytest.skip("kubectl is not installed")
    done = subprocess.run([kubectl, "kustomize", str(DEPLOY)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    rendered = list(yaml.safe_load_all(done.stdout))
    for manifest in rendered:
        if manifest["kind"] != "RayCluster":
            kubernetes_validate.validate(manifest, KUBERNETES_VERSION, strict=True)
    (gateway,) = [one for one in rendered if one["kind"] == "Deployment"]
    assert container_of(gateway)["image"] == "limner:ray"
    names = {variable["name"] for variable in container_of(gateway)["env"]}
    assert {"RAY_AUTH_TOKEN", "LIMNER_DATABASE__URL"} <= names
    assert {one["name"] for one in pod_of(gateway)["volumes"]} == {
        mount["name"] for mount in container_of(gateway)["volumeMounts"]
    }


def test_kustomization_names_every_file():
    named = {*KUSTOMIZATION["resources"], *(patch.get("path") for patch in KUSTOMIZATION["patches"])}
    named |= {file for generator in KUSTOMIZATION["configMapGenerator"] for file in generator["files"]}

    assert {f"kuberay/{path.name}" for path in KUBERAY.iterdir()} == {
        name for name in named if name and name.startswith("kuberay/")
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_only_known_options(name, capsys):
    """The option --help is obeyed after the others were parsed."""
    found = list(shell_commands(COMMANDS[name]))

    assert found
    for program, *arguments in found:
        if program == "ray":
            scripts = pytest.importorskip("ray.scripts.scripts", reason="needs limner[ray]")
            command = scripts.cli
        else:
            command = get_command(app)
        with pytest.raises(SystemExit) as raised:
            command.main([*arguments, "--help"], prog_name=program)
        assert raised.value.code == 0, capsys.readouterr().err


def test_unknown_option_of_a_command_is_noticed(capsys):
    with pytest.raises(SystemExit) as raised:
        get_command(app).main(["serve", "--raay", "auto", "--help"])

    assert raised.value.code == 2
    capsys.readouterr()


def test_models_are_deployed_where_there_are_gpus():
    (planned,) = plan_deployments(SETTINGS)
    limits = GPU["containers"][0]["resources"]["limits"]
    requests = GPU["containers"][0]["resources"]["requests"]
    scaling = planned.serve_options["autoscaling_config"]
    group = GROUPS["gpu"]

    assert planned.actor_options["num_gpus"] == int(limits["nvidia.com/gpu"])
    assert planned.actor_options["num_cpus"] <= int(requests["cpu"])
    assert (scaling["min_replicas"], scaling["max_replicas"]) == (group["minReplicas"], group["maxReplicas"])
    assert GROUPS["head"]["rayStartParams"]["num-cpus"] == "0"


def test_gateways_and_nodes_wait_for_the_longest_picture():
    (planned,) = plan_deployments(SETTINGS)
    (patch,) = [one["patch"] for one in KUSTOMIZATION["patches"] if one.get("target", {}).get("kind") == "ConfigMap"]
    variables = {one["path"].rpartition("/")[2]: one["value"] for one in yaml.safe_load(patch)}
    settings = load_settings(environment=BASE["ConfigMap"]["data"] | variables)
    longest_s = planned.serve_options["graceful_shutdown_timeout_s"]
    (deadline_s,) = re.findall(r"--deadline-remaining-seconds (\d+)", COMMANDS["drain"])

    assert settings.shutdown_s >= longest_s
    assert pod_of(GATEWAY)["terminationGracePeriodSeconds"] >= settings.shutdown_delay_s + settings.shutdown_s + CLOSE_S
    assert longest_s < int(deadline_s) < GPU["terminationGracePeriodSeconds"]


def test_nodes_share_the_token_of_the_cluster():
    assert CLUSTER["spec"]["authOptions"] == {"mode": "token"}
    for workload in (GATEWAY, JOB):
        variables = {one["name"]: one for one in container_of(workload)["env"]}
        assert variables["RAY_AUTH_MODE"]["value"] == "token"
        assert variables["RAY_AUTH_TOKEN"]["valueFrom"]["secretKeyRef"] == TOKEN
    assert CLUSTER["metadata"]["name"] == TOKEN["name"]


def test_gateways_reach_the_head_of_the_cluster():
    head = f"--address={CLUSTER['metadata']['name']}-head-svc:6379"

    assert head in COMMANDS["gateway"]
    assert head in COMMANDS["job"]


def test_only_nodes_of_the_cluster_reach_ray():
    peers = [
        {"podSelector": {"matchLabels": {"ray.io/cluster": CLUSTER["metadata"]["name"]}}},
        {"podSelector": {"matchLabels": {"limner/joins-ray": "true"}}},
    ]

    assert POLICIES["limner-ray"]["ingress"] == [{"from": peers}]
    assert POLICIES["limner-ray"]["podSelector"] == peers[0]["podSelector"]
    assert POLICIES["limner-gateways"]["ingress"][0] == {"from": peers}
    (port,) = POLICIES["limner-gateways"]["ingress"][1]["ports"]
    assert port["port"] == container_of(DEPLOYMENT)["ports"][0]["containerPort"]
    for workload in (GATEWAY, JOB):
        assert workload["spec"]["template"]["metadata"]["labels"]["limner/joins-ray"] == "true"


def test_compose_adds_to_the_services():
    services = COMPOSE["services"]

    assert set(services) - set(SERVICES["services"]) == {"ray-head", "ray-worker"}
    for name, service in services.items():
        assert set(service.get("depends_on", ())) <= set(services), name
        assert service["environment"]["RAY_AUTH_MODE"] == "token"
        assert "ports" not in service
        assert service["build"]["args"]["EXTRAS"] == "[illustrator,services,ray]"
    variables = {name: value for name, value in services["limner"]["environment"].items() if name.startswith("LIMNER_")}
    (planned,) = plan_deployments(load_settings(environment=variables))
    assert planned.actor_options["num_cpus"] == 2
    assert "--num-cpus=2" in services["ray-worker"]["command"]


def test_drain_waits_for_replicas(tmp_path):
    """The loop ends with the last process that is named like a replica."""
    loop = (
        COMMANDS["drain"].partition(";")[2].replace("/proc/[0-9]*", f"{tmp_path}/[0-9]*").replace("sleep 1", "exit 3")
    )
    (tmp_path / "12").mkdir()
    (tmp_path / "12" / "cmdline").write_text("ray::ServeReplica:limner-flux:engine\0")
    busy = subprocess.run(["bash", "-c", loop], check=False, env=os.environ)
    (tmp_path / "12" / "cmdline").write_text("bash\0-c\0" + loop)
    idle = subprocess.run(["bash", "-c", loop], check=False, env=os.environ)

    assert (busy.returncode, idle.returncode) == (3, 0)
