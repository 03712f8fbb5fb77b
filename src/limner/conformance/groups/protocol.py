"""Headers, the model list, CORS, and paths that clients use."""

import json

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.result import CheckSkipped
from limner.conformance.target import GENERATIONS, Target

group = Group("protocol")


@group.check("every response has a unique request id")
def request_ids(target: Target) -> None:
    found = [response.headers.get("x-request-id") for response in (target.first[1], target.request("GET", "/models"))]
    expect.that(all(found), "a header x-request-id", found)
    expect.that(len(set(found)) == 2, "two ids", found)


@group.check("the model list has the fields that clients read", needs=("models",))
def models_are_listed(target: Target) -> None:
    body = expect.json_body(target.request("GET", "/models"))
    expect.that(isinstance(body, dict) and body.get("object") == "list", "an object of type list", body)
    expect.that(isinstance(body.get("data"), list) and body["data"], "a `data` list", body.get("data"))
    for one in body["data"]:
        kinds = {"id": str, "object": str, "created": int, "owned_by": str}
        fits = isinstance(one, dict) and all(isinstance(one.get(key), kind) for key, kind in kinds.items())
        expect.that(fits, "id, object, created and owned_by of a model", one)


@group.check("a single model can be retrieved", needs=("models", "a model list"))
def one_model(target: Target) -> None:
    response = target.request("GET", f"/models/{target.models[0]}")
    expect.status(response)
    expect.equal("the id", expect.json_body(response).get("id"), target.models[0])


@group.check("an unknown model is a 404 in the envelope", needs=("models",))
def unknown_model(target: Target) -> None:
    error = expect.error(target.request("GET", "/models/no-such-model-here"), 404)
    expect.equal("code", error["code"], "model_not_found")


@group.check("the model under test is listed", needs=("models",))
def the_model_is_listed(target: Target) -> None:
    expect.that(target.name in target.models, f"{target.name} in the list of models", target.models)


@group.check("CORS preflight requests are answered")
def preflight(target: Target) -> None:
    response = target.request(
        "OPTIONS",
        GENERATIONS,
        {
            "Origin": "https://page.test",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization, content-type, x-stainless-lang",
        },
    )
    expect.that(response.status in (200, 204), "status 200 or 204", response.status)
    origin = response.headers.get("access-control-allow-origin")
    expect.that(origin in ("*", "https://page.test"), "any origin allowed", origin)
    allowed = response.headers.get("access-control-allow-headers", "").lower()
    expect.that("*" in allowed or "authorization" in allowed, "the header authorization allowed", allowed)


@group.check("CORS headers allow reading a response and its request id")
def answers_are_readable_by_browsers(target: Target) -> None:
    response = target.post_json(GENERATIONS, target.generation_fields(n=0), headers={"Origin": "https://page.test"})
    origin = response.headers.get("access-control-allow-origin")
    expect.that(origin in ("*", "https://page.test"), "any origin allowed, on errors too", origin)
    exposed = response.headers.get("access-control-expose-headers", "").lower()
    expect.that("x-request-id" in exposed or exposed == "*", "x-request-id among the exposed headers", exposed)


@group.check("JSON may be sent chunked")
def chunked_json(target: Target) -> None:
    expect.images(
        target.post(GENERATIONS, json.dumps(target.generation_fields()).encode(), "application/json", chunk_bytes=7)
    )


@group.check("the JSON content type may have a charset and any case")
def charset(target: Target) -> None:
    body = json.dumps(target.generation_fields(n=0)).encode()
    for kind in ("application/json; charset=utf-8", "Application/JSON", 'application/json;charset="UTF-8"'):
        expect.no_parse_error(target.post(GENERATIONS, body, kind))


@group.check("Expect: 100-continue is supported")
def expect_continue(target: Target) -> None:
    body = json.dumps(target.generation_fields(n=0)).encode()
    with target.connect() as connection:
        connection.send(target.post_head(GENERATIONS, body, "application/json", headers={"Expect": "100-continue"}))
        connection.send(body)
        expect.no_parse_error(connection.receive())


@group.check("connections are kept alive")
def keep_alive(target: Target) -> None:
    body = json.dumps(target.generation_fields(n=0)).encode()
    with target.connect() as connection:
        for _ in range(2):
            connection.send(target.post_head(GENERATIONS, body, "application/json") + body)
            response = connection.receive()
            expect.no_parse_error(response)
            if "close" in response.headers.get("connection", "").lower():
                raise CheckSkipped("the server closes its connections, and says so")


@group.check("headers of SDKs are accepted")
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
    expect.images(target.post_json(GENERATIONS, target.generation_fields(), headers=headers))


@group.check("a query such as Azure's api-version is accepted")
def a_query(target: Target) -> None:
    expect.no_parse_error(
        target.post_json(f"{GENERATIONS}?api-version=2025-04-01-preview", target.generation_fields(n=0))
    )


@group.check("Azure's path, which names the model, is served", only="lenient")
def azure_path(target: Target) -> None:
    fields = target.generation_fields(n=0)
    under = f"/openai/deployments/{target.name}"
    expect.no_parse_error(target.post_json(GENERATIONS, fields, under=under))


@group.check("the endpoints are also served without /v1", only="lenient")
def no_prefix(target: Target) -> None:
    expect.no_parse_error(target.post_json(GENERATIONS, target.generation_fields(n=0), under=""))


@group.check("responses are not compressed unless the client accepts it")
def no_encoding(target: Target) -> None:
    encoding = target.first[1].headers.get("content-encoding", "identity")
    expect.equal("a Content-Encoding of", encoding, "identity")
