"""The examples in deploy/: right by their schemas, and hardened. They are not run here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
import yaml

import bot
from bot.channels.actions import serve
from bot.channels.actions.admission import BODY_LIMIT
from bot.channels.server.process import SETTLE
from bot.channels.web.metrics import KINDS, Metrics
from bot.channels.web.settings import Settings
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
COMPOSE = DEPLOY / "compose.yaml"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
KUBERNETES = "1.34"


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
    return found


def services() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = compose()["services"]
    return found


def objects() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in MANIFESTS:
        for each in yaml.safe_load_all(path.read_text()):
            yield f"{path.stem}/{each['kind']}", each


def deployments() -> list[dict[str, Any]]:
    return [each for _, each in objects() if each["kind"] == "Deployment"]


def test_compose_file_fits_its_schema() -> None:
    import jsonschema  # builds grammars for seconds; here, so that no other process does

    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((vendored / "compose-spec.json").read_text(encoding="utf-8"))
    jsonschema.validate(compose(), schema)


@pytest.mark.parametrize("name", sorted(services()))
def test_each_service_is_hardened(name: str) -> None:
    service = services()[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["user"].split(":")[0] not in ("", "0", "root")
    assert {"cpus", "memory"} <= set(service["deploy"]["resources"]["limits"])
    assert service["healthcheck"]["test"]


def test_only_what_people_talk_to_has_a_port_outside() -> None:
    assert {name for name, each in services().items() if "ports" in each} == {"chat", "rasa"}
    assert compose()["networks"]["inside"]["internal"] is True


def test_the_balancer_knows_the_action_servers() -> None:
    text = (DEPLOY / "nginx" / "nginx.conf").read_text()
    named = set(re.findall(r"server ([\w-]+):5055", text))
    assert named == {name for name in services() if name.startswith("actions-")}
    limit = re.search(r"client_max_body_size (\d+)m;", text)
    assert limit
    assert int(limit[1]) << 20 == BODY_LIMIT


def test_rasa_keeps_conversations_and_locks_in_redis() -> None:
    endpoints = yaml.safe_load((DEPLOY / "rasa" / "endpoints.yml").read_text())
    assert endpoints["action_endpoint"]["url"] == "http://actions:5055/webhook"
    for store in ("tracker_store", "lock_store"):
        assert endpoints[store]["type"] == "redis"
        assert endpoints[store]["url"] in services()
    assert endpoints["tracker_store"]["record_exp"]


@pytest.mark.parametrize(("name", "manifest"), list(objects()), ids=lambda each: str(each)[:40])
def test_manifests_fit_their_schema(name: str, manifest: dict[str, Any]) -> None:
    import kubernetes_validate  # as jsonschema

    kubernetes_validate.validate(manifest, KUBERNETES, strict=True)


@pytest.mark.parametrize("deployment", deployments(), ids=lambda each: each["metadata"]["name"])
def test_each_pod_is_hardened(deployment: dict[str, Any]) -> None:
    pod = deployment["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["automountServiceAccountToken"] is False
    for container in pod["containers"]:
        context = container["securityContext"]
        assert context["readOnlyRootFilesystem"] is True
        assert context["allowPrivilegeEscalation"] is False
        assert context["capabilities"] == {"drop": ["ALL"]}
        assert {"cpu", "memory"} <= set(container["resources"]["limits"])
        assert {"startupProbe", "livenessProbe", "readinessProbe"} <= set(container)


@pytest.mark.parametrize("deployment", deployments(), ids=lambda each: each["metadata"]["name"])
def test_each_deployment_has_its_service(deployment: dict[str, Any]) -> None:
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    ports = {
        p["name"] for c in deployment["spec"]["template"]["spec"]["containers"] for p in c["ports"]
    }
    assert deployment["spec"]["selector"]["matchLabels"].items() <= labels.items()
    found = [
        each
        for _, each in objects()
        if each["kind"] == "Service" and each["spec"]["selector"].items() <= labels.items()
    ]
    assert [each["metadata"]["name"] for each in found] == [deployment["metadata"]["name"]]
    assert {each["targetPort"] for each in found[0]["spec"]["ports"]} <= ports


def seconds(written: str) -> int:
    found = re.fullmatch(r"(\d+)s", written)
    assert found, written
    return int(found[1])


DRAINS = {
    "serve": Settings().drain_seconds,
    "actions": serve._DRAIN_SECONDS,
}


def test_each_service_has_longer_to_stop_than_it_needs() -> None:
    for name, service in services().items():
        grace = seconds(service["stop_grace_period"])
        command = service.get("command", [""])[0]
        assert grace > SETTLE + DRAINS.get(command, 0) + 2, name
    for each in deployments():
        pod = each["spec"]["template"]["spec"]
        (container,) = pod["containers"]
        waits = container.get("lifecycle", {}).get("preStop", {}).get("exec", {}).get("command")
        drain = DRAINS.get(container.get("args", [""])[0], 0)
        needed = (int(waits[1]) if waits else 0) + SETTLE + drain + 2
        assert pod["terminationGracePeriodSeconds"] > needed, each["metadata"]["name"]


def test_probes_of_the_chat_are_on_the_port_of_operations() -> None:
    (chat,) = (each for each in deployments() if each["metadata"]["name"] == "chat")
    (container,) = chat["spec"]["template"]["spec"]["containers"]
    ports = {each["name"]: each["containerPort"] for each in container["ports"]}
    assert ports["operations"] == Settings().operations_port
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        assert container[probe]["httpGet"]["port"] == "operations"
    assert f":{ports['operations']}/health/ready" in str(services()["chat"]["healthcheck"])


def test_nobody_outside_reaches_the_port_of_operations() -> None:
    inside = Settings().operations_port
    for service in services().values():
        assert not [each for each in service.get("ports", ()) if str(inside) in each]
    for _, each in objects():
        if each["kind"] == "Service":
            assert "operations" not in str(each)
    (policy,) = (
        each["spec"]
        for _, each in objects()
        if each["kind"] == "NetworkPolicy" and each["metadata"]["name"] == "chat"
    )
    assert {"Ingress", "Egress"} == set(policy["policyTypes"])
    (rule,) = (each for each in policy["ingress"] if {"port": inside} in each["ports"])
    assert "monitoring" in str(rule["from"])
    assert rule["ports"] == [{"port": inside}]


def test_the_chat_is_reached_scaled_and_spread() -> None:
    kinds = {each["kind"] for name, each in objects() if name.startswith("chat/")}
    assert {"Ingress", "HorizontalPodAutoscaler", "NetworkPolicy", "PodDisruptionBudget"} <= kinds
    for each in deployments():
        if each["metadata"]["name"] != "redis":
            assert each["spec"]["template"]["spec"]["topologySpreadConstraints"]


def test_each_image_has_its_version() -> None:
    images = [each["image"] for each in services().values()]
    for each in deployments():
        images += [every["image"] for every in each["spec"]["template"]["spec"]["containers"]]
    for path in (DEPLOY / "Dockerfile", DEPLOY / "rasa" / "Dockerfile"):
        images += re.findall(r"^FROM (\S+:\S+)", path.read_text(), re.MULTILINE)
    assert all(re.search(r":\d+\.\d+", each) for each in images), images
    ours = [each for each in images if each.startswith("net-guide:")]
    assert ours
    assert {each.partition(":")[2] for each in ours} == {bot.__version__}


def test_alerts_and_dashboard_ask_for_metrics_that_there_are() -> None:
    known = set(re.findall(r"^# TYPE (\w+) ", Metrics().text().decode(), re.MULTILINE))
    for name in ("alerts.yaml", "dashboard.json"):
        text = (DEPLOY / "monitoring" / name).read_text()
        asked = set(re.findall(r"\b(net_guide_\w+)", text))
        assert asked
        assert {each.removesuffix("_bucket") for each in asked} <= known
        kinds = set(re.findall(r'kind=\\?"(\w+)', text))
        assert kinds <= set(KINDS)


def test_the_dashboard_shows_every_number_of_the_service() -> None:
    """Thumbs are about answers, and read elsewhere."""
    known = set(re.findall(r"^# TYPE (\w+) ", Metrics().text().decode(), re.MULTILINE))
    panels = json.loads((DEPLOY / "monitoring" / "dashboard.json").read_text())["panels"]
    asked = [target["expr"] for panel in panels for target in panel["targets"]]
    shown = {name for name in known for each in asked if name in each}
    assert shown == known - {"net_guide_feedback_total"}
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken = [
        (x, y)
        for place in (panel["gridPos"] for panel in panels)
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(set(taken)) == len(taken), "panels overlap"


def test_alerts_are_rules_of_prometheus() -> None:
    program = shutil.which("promtool")
    assert program, "this test needs promtool: run `make browser`, or install prometheus"
    command = [program, "check", "rules", str(DEPLOY / "monitoring" / "alerts.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_image_has_what_running_needs_and_no_more() -> None:
    text = (DEPLOY / "Dockerfile").read_text()
    assert "--require-hashes -r requirements-run.lock" in text
    lock = (ROOT / "requirements-run.lock").read_text()
    pinned = dict(re.findall(r"^([a-z0-9][\w.-]*)==(\S+) \\$", lock, re.MULTILINE))
    whole = (ROOT / "requirements.lock").read_text()
    every = dict(re.findall(r"^([a-z0-9][\w.-]*)==(\S+) \\$", whole, re.MULTILINE))
    assert pinned.items() <= every.items()
    assert {"gunicorn", "uvicorn", "starlette", "spacy", "rasa-sdk", "redis"} <= set(pinned)
    assert not {"pytest", "playwright", "mypy", "ruff"} & set(pinned)
    assert "://" not in re.sub(r"#.*", "", lock)
    assert lock.count("--hash=sha256:") >= len(pinned)


def test_no_file_names_a_registry() -> None:
    for path in DEPLOY.rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            images = re.findall(r"(?:image:|FROM) +([\w./:-]+)", text)
            assert not [each for each in images if "/" in each], path
            assert "index-url" not in text


def test_rasa_is_locked_by_hashes() -> None:
    lock = (DEPLOY / "rasa" / "requirements.lock").read_text()
    wanted = (DEPLOY / "rasa" / "requirements.in").read_text().split()
    assert all(f"{each} \\" in lock for each in wanted)
    pins = re.findall(r"^[a-z0-9][\w.-]*==\S+ \\\n    --hash=sha256:", lock, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE))


@pytest.mark.parametrize("path", ["Dockerfile", "rasa/Dockerfile"])
def test_images_run_as_somebody_without_rights(path: str) -> None:
    text = (DEPLOY / path).read_text()
    assert re.findall(r"^USER (\d+)$", text, re.MULTILINE)[-1] == "10001"
    copied = re.findall(r"^COPY (?!--from)(\S+) ", text, re.MULTILINE)
    written_by_export = ROOT / "deploy" / "rasa" / "project"
    assert all((ROOT / each).exists() or ROOT / each == written_by_export for each in copied)
