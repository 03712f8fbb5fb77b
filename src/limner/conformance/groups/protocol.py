"""What surrounds the endpoints: headers, the list of models, and the paths that clients use."""

import json

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.target import GENERATIONS, Target
from limner.conformance.verdict import Skipped

group = Group("protocol")


@group.check("every answer has a request id of its own")
def request_ids(target: Target) -> None:
    found = [answer.headers.get("x-request-id") for answer in (target.first[1], target.ask("GET", "/models"))]
    expect.that(all(found), "a header x-request-id", found)
    expect.that(len(set(found)) == 2, "two ids", found)


@group.check("the models are listed as clients read them", needs=("models",))
def models_are_listed(target: Target) -> None:
    body = expect.json_of(target.ask("GET", "/models"))
    expect.that(isinstance(body, dict) and body.get("object") == "list", "an object of type list", body)
    expect.that(isinstance(body.get("data"), list) and body["data"], "a `data` list", body.get("data"))
    for one in body["data"]:
        kinds = {"id": str, "object": str, "created": int, "owned_by": str}
        fits = isinstance(one, dict) and all(isinstance(one.get(key), kind) for key, kind in kinds.items())
        expect.that(fits, "id, object, created and owned_by of a model", one)


@group.check("one model can be asked for", needs=("models", "a model list"))
def one_model(target: Target) -> None:
    answer = target.ask("GET", f"/models/{target.models[0]}")
    expect.status(answer)
    expect.equal("the id", expect.json_of(answer).get("id"), target.models[0])


@group.check("an unknown model is a 404 in the envelope", needs=("models",))
def unknown_model(target: Target) -> None:
    error = expect.error_of(target.ask("GET", "/models/no-such-model-here"), 404)
    expect.equal("code", error["code"], "model_not_found")


@group.check("the model that is used is listed", needs=("models",))
def the_model_is_listed(target: Target) -> None:
    expect.that(target.name in target.models, f"{target.name} in the list of models", target.models)


@group.check("a preflight of a browser is answered")
def preflight(target: Target) -> None:
    answer = target.ask(
        "OPTIONS",
        GENERATIONS,
        {
            "Origin": "https://page.test",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization, content-type, x-stainless-lang",
        },
    )
    expect.that(answer.status in (200, 204), "status 200 or 204", answer.status)
    origin = answer.headers.get("access-control-allow-origin")
    expect.that(origin in ("*", "https://page.test"), "leave for any origin", origin)
    allowed = answer.headers.get("access-control-allow-headers", "").lower()
    expect.that("*" in allowed or "authorization" in allowed, "leave for the header authorization", allowed)


@group.check("a browser may read an answer, and its request id")
def answers_are_readable_by_browsers(target: Target) -> None:
    answer = target.post_json(GENERATIONS, target.wish(n=0), headers={"Origin": "https://page.test"})
    origin = answer.headers.get("access-control-allow-origin")
    expect.that(origin in ("*", "https://page.test"), "leave for any origin, on errors too", origin)
    exposed = answer.headers.get("access-control-expose-headers", "").lower()
    expect.that("x-request-id" in exposed or exposed == "*", "x-request-id among the exposed headers", exposed)


@group.check("JSON comes chunked, too")
def chunked_json(target: Target) -> None:
    expect.drawn(target.post(GENERATIONS, json.dumps(target.wish()).encode(), "application/json", chunk_bytes=7))


@group.check("a content type of JSON may name a charset, and in any case")
def charset(target: Target) -> None:
    body = json.dumps(target.wish(n=0)).encode()
    for kind in ("application/json; charset=utf-8", "Application/JSON", 'application/json;charset="UTF-8"'):
        expect.understood(target.post(GENERATIONS, body, kind))


@group.check("a client that waits for leave to send gets it")
def expect_continue(target: Target) -> None:
    body = json.dumps(target.wish(n=0)).encode()
    with target.connect() as connection:
        connection.send(target.post_head(GENERATIONS, body, "application/json", headers={"Expect": "100-continue"}))
        connection.send(body)
        expect.understood(connection.receive())


@group.check("a connection serves a second request")
def keep_alive(target: Target) -> None:
    body = json.dumps(target.wish(n=0)).encode()
    with target.connect() as connection:
        for _ in range(2):
            connection.send(target.post_head(GENERATIONS, body, "application/json") + body)
            answer = connection.receive()
            expect.understood(answer)
            if "close" in answer.headers.get("connection", "").lower():
                raise Skipped("the server closes its connections, and says so")


@group.check("the headers that SDKs send are taken")
def sdk_headers(target: Target) -> None:
    headers = {
        "OpenAI-Organization": "org-test",
        "OpenAI-Project": "proj_test",
        "X-Stainless-Lang": "python",
        "X-Stainless-Retry-Count": "1",
        "X-Stainless-Read-Timeout": "600",
        "Idempotency-Key": "stainless-node-retry-1",
        "Accept-Encoding": "identity",
    }
    expect.drawn(target.post_json(GENERATIONS, target.wish(), headers=headers))


@group.check("a query such as Azure's api-version is taken")
def a_query(target: Target) -> None:
    expect.understood(target.post_json(f"{GENERATIONS}?api-version=2025-04-01-preview", target.wish(n=0)))


@group.check("Azure's path, which names the model, is served", only="lenient")
def azure_path(target: Target) -> None:
    wish = target.wish(n=0)
    under = f"/openai/deployments/{target.name}"
    expect.understood(target.post_json(GENERATIONS, wish, under=under))


@group.check("the endpoints answer without /v1, too", only="lenient")
def no_prefix(target: Target) -> None:
    expect.understood(target.post_json(GENERATIONS, target.wish(n=0), under=""))


@group.check("a long answer is not compressed unless the client takes that")
def no_encoding(target: Target) -> None:
    encoding = target.first[1].headers.get("content-encoding", "identity")
    expect.equal("a Content-Encoding of", encoding, "identity")
