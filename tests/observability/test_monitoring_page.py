"""docs/monitoring.md, the dashboard and the alerts name the metrics that exist."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from limner.observability.metrics import Metrics
from limner.observability.server_state import READINGS, ROUTE_READINGS, WORKER_LABELS, BatchState, ServerState

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "monitoring.md").read_text(encoding="utf-8")
ALERTS_FILE = ROOT / "deploy" / "prometheus" / "alerts.yaml"
ALERTS = [rule for group in yaml.safe_load(ALERTS_FILE.read_text())["groups"] for rule in group["rules"]]
DASHBOARD = json.loads((ROOT / "deploy" / "grafana" / "limner.json").read_text(encoding="utf-8"))
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
EXPRESSIONS = {
    **{f"alert {rule['alert']}": rule["expr"] for rule in ALERTS},
    **{
        f"panel {panel['id']} {panel['title']} {one['refId']}": one["expr"]
        for panel in PANELS
        for one in panel["targets"]
    },
    **{f"variable {one['name']}": one["query"] for one in DASHBOARD["templating"]["list"] if one["type"] == "query"},
}
NAME = re.compile(r"\b(?:limner|process|python)_\w+")
SUFFIXES = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum"), "info": ("_info",), "gauge": ("",)}
STATE = ServerState(
    is_ready=True,
    num_waiting=0,
    max_waiting=1,
    batches=BatchState(num_batches=1, num_waiting=2, num_running=3, oldest_s=4),
)
needs_promtool = pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed")


@pytest.fixture(scope="module")
def families():
    metrics = Metrics(version="1", models=["a"])
    metrics.render(STATE, accept="")
    return list(metrics.registry.collect())


@pytest.fixture(scope="module")
def names(families):
    """Of all series."""
    return {family.name + suffix for family in families for suffix in SUFFIXES[family.type]}


def labels_of_metrics():
    """By name, as they are documented."""
    metrics = Metrics(version="1", models=["a"])
    collectors = {one for one in metrics.registry._collector_to_names if hasattr(one, "_labelnames")}
    labels = {one._name + ("_total" if one._type == "counter" else ""): list(one._labelnames) for one in collectors}
    labels |= {one.name: list(WORKER_LABELS) for one in READINGS}
    labels |= {one.name: ["model", "route"] for one in ROUTE_READINGS}
    labels |= {"limner_build_info": ["version"], "limner_batch_lines": ["state"]}
    return {name: labels.get(name, []) for name in labels}


def documented():
    """Name to type and labels, from the table."""
    rows = re.findall(r"^\| `(limner_\w+)` \| (\w+) \|([^|]*)\|", PAGE, re.MULTILINE)
    return {name: (kind, re.findall(r"`(\w+)`", labels)) for name, kind, labels in rows}


def test_page_names_every_metric_and_its_type(families):
    own = {}
    for family in families:
        if family.name.startswith("limner"):
            suffix = {"counter": "_total", "info": "_info"}.get(family.type, "")
            own[family.name + suffix] = {"info": "gauge"}.get(family.type, family.type)

    assert {name: kind for name, (kind, _) in documented().items()} == own


def test_page_names_the_labels_of_each_metric():
    known = labels_of_metrics()
    for name, (_, labels) in documented().items():
        assert labels == known.get(name, []), name


def test_page_names_only_series_that_exist(names):
    named = set(NAME.findall(re.sub(r"^\| `limner_\w+`.*$", "", PAGE, flags=re.MULTILINE)))

    assert len(named) > 4
    assert named <= names | {name.removesuffix("_bucket") for name in names}


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_expression_uses_metrics_that_exist(expression, names):
    used = set(NAME.findall(expression))

    assert used or expression.startswith("up{")
    assert used <= names
    for opening, closing in ("()", "[]", "{}"):
        assert expression.count(opening) == expression.count(closing)


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_expression_uses_labels_that_exist(expression):
    known = labels_of_metrics()
    for name, matchers in re.findall(r"(limner_\w+)\{([^}]*)\}", expression):
        base = re.sub(r"_(bucket|count|sum)$", "", name)
        labels = {*known.get(base, []), "instance"}
        assert set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", matchers)) <= labels, name


def test_every_metric_is_on_the_dashboard(names):
    shown = {name for expression in EXPRESSIONS.values() for name in NAME.findall(expression)}
    own = {re.sub(r"_(bucket|count|sum)$", "", name) for name in names if name.startswith("limner_")}

    assert own == {re.sub(r"_(bucket|count|sum)$", "", name) for name in shown if name.startswith("limner_")}


@pytest.mark.parametrize("rule", ALERTS, ids=lambda rule: rule["alert"])
def test_alert_says_how_urgent_it_is_and_what_to_do(rule):
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
    assert rule["labels"]["severity"] in ("critical", "warning")
    assert rule["annotations"].keys() == {"summary", "description"}
    assert "$labels" in rule["annotations"]["summary"]
    assert f"| `{rule['alert']}` |" in PAGE


def test_page_names_only_alerts_that_exist():
    assert re.findall(r"^\| `(Limner\w+)`", PAGE, re.MULTILINE) == [rule["alert"] for rule in ALERTS]


def test_dashboard_can_be_imported():
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    cells = [
        (x, y)
        for panel in DASHBOARD["panels"]
        for x in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    variables = {one["name"] for one in DASHBOARD["templating"]["list"]}

    assert DASHBOARD["uid"] == "limner"
    assert "__inputs" not in DASHBOARD, "it has a variable for the data source"
    assert len(ids) == len(set(ids))
    assert len(cells) == len(set(cells)), "panels overlap"
    assert max(x for x, _ in cells) < 24
    for panel in PANELS:
        assert panel["title"]
        assert panel["description"]
        assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
        for target in panel["targets"]:
            assert target["datasource"] == panel["datasource"]
            assert set(re.findall(r"\$(\w+)", target["expr"])) <= variables | {"__rate_interval"}


@needs_promtool
def test_promtool_accepts_the_alerts():
    done = subprocess.run(["promtool", "check", "rules", ALERTS_FILE], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@needs_promtool
def test_every_alert_fires_when_it_should():
    tests = Path(__file__).parent / "alerts_test.yaml"
    done = subprocess.run(["promtool", "test", "rules", tests], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert not [rule["alert"] for rule in ALERTS if f'"{rule["alert"]}"' not in tests.read_text()]


@needs_promtool
def test_promtool_accepts_the_expressions_of_the_dashboard(tmp_path):
    """As recording rules: it cannot check expressions alone."""
    variables = {"$__rate_interval": "5m", "$instance": ".*", "$model": ".*"}
    rules = []
    for panel in PANELS:
        for target in panel["targets"]:
            expression = target["expr"]
            for name, value in variables.items():
                expression = expression.replace(name, value)
            rules.append({"record": f"panel:{panel['id']}:{target['refId']}", "expr": expression})
    path = tmp_path / "rules.yaml"
    path.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": rules}]}))

    done = subprocess.run(["promtool", "check", "rules", path], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@needs_promtool
def test_documented_query_counts_each_replica_once(tmp_path):
    (query,) = re.findall(r"^```\n(sum by .*?)```", PAGE, re.MULTILINE | re.DOTALL)
    gpu = 'engine="diffusers", device="cuda:0"'
    replicas = [
        f'limner_engine_workers{{instance="{one}", replica="limner-flux/{name}", {gpu}}}'
        for one in "ab"
        for name in "xy"
    ]
    own = [f'limner_engine_workers{{instance="{one}", engine="illustrator", device="cpu"}}' for one in "ab"]
    series = [{"series": one, "values": "1x5"} for one in replicas] + [{"series": one, "values": "4x5"} for one in own]
    samples = [{"labels": f"{{{gpu}}}", "value": 2}, {"labels": '{engine="illustrator", device="cpu"}', "value": 8}]
    check = {"expr": query, "eval_time": "1m", "exp_samples": samples}
    path = tmp_path / "query.yaml"
    path.write_text(yaml.safe_dump({"tests": [{"input_series": series, "promql_expr_test": [check]}]}))

    done = subprocess.run(["promtool", "test", "rules", path], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@needs_promtool
def test_promtool_accepts_the_metrics():
    metrics = Metrics(version="1", models=["a"])
    metrics.refused("x", 400)
    body, _ = metrics.render(STATE, accept="")
    lines = [line for line in body.decode().splitlines(keepends=True) if "_created" not in line]

    done = subprocess.run(
        ["promtool", "check", "metrics"], input="".join(lines), capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
