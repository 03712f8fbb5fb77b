"""The moderator that asks a server with `/v1/moderations`: a small server here, never the network."""

import base64
import io
import logging

import pytest
from moderation_service import (
    KEY,
    answer,
    check,
    error_reply,
    moderation_server,
    picture,
    request_of,
    settings_of,
    use,
)
from PIL import Image
from starlette.responses import Response

from limner.access.moderation.moderator import ModerationFailure
from limner.access.moderation.openai import OpenAIModerator, Result, violations_of
from limner.access.moderation.registry import open_moderator
from limner.core.errors import OverloadedError, PictureError
from limner.core.picture import Picture, Size
from limner.settings import Moderation, SettingsError


@pytest.fixture(scope="module")
def server():
    with moderation_server() as service:
        yield service


@pytest.fixture
def service(server):
    server.reset()
    return server


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_text_is_sent_as_the_api_expects(service):
    moderator = open_moderator(settings_of(service, url=f"{service.url}/", model="omni-x"), is_loopback=True)

    assert check(moderator, request_of("a castle, ünïcode", negative_prompt="blood")) == []

    assert service.bodies == [{"model": "omni-x", "input": "a castle, ünïcode"}]
    assert service.headers[0]["authorization"] == f"Bearer {KEY}"
    assert service.headers[0]["user-agent"].startswith("limner/")
    assert moderator.failures == 0


def test_key_is_optional(service):
    check(OpenAIModerator(settings_of(service, api_key=None)), request_of())

    assert "authorization" not in service.headers[0]


def test_each_image_is_a_request_of_its_own(service):
    service.reply = lambda body: answer() if isinstance(body["input"], str) else answer("violence")
    images = (picture(), picture(output_format="JPEG"), picture(mode="RGBA", output_format="WEBP"))

    assert check(OpenAIModerator(settings_of(service)), request_of("a dog", images=images)) == ["violence"]

    contents = [body["input"] for body in service.bodies]
    assert "a dog" in contents
    sent = [one for one in contents if one != "a dog"]
    assert [[part["type"] for part in one] for one in sent] == [["image_url"]] * 3
    for one in sent:
        head, _, data = one[0]["image_url"]["url"].partition(",")
        opened = Image.open(io.BytesIO(base64.b64decode(data)))
        assert (head, opened.format, opened.size) == ("data:image/jpeg;base64", "JPEG", (40, 30))


def test_large_image_is_sent_small_and_without_metadata(service, tmp_path):
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    path = tmp_path / "large.jpg"
    path.write_bytes(picture(3000, 1500, output_format="JPEG", exif=exif, quality=95).read())
    spooled = Picture(path, "jpeg", Size(3000, 1500))

    check(OpenAIModerator(settings_of(service)), request_of("", images=(spooled,)))

    (body,) = service.bodies
    data = base64.b64decode(body["input"][0]["image_url"]["url"].partition(",")[2])
    assert Image.open(io.BytesIO(data)).size == (1024, 512)
    assert len(data) < 1_000_000
    assert b"taken at home" not in data


def test_damaged_image_is_an_error_of_the_client(service):
    damaged = Picture(picture().read()[:200], "png", Size(40, 30))
    moderator = OpenAIModerator(settings_of(service, on_failure="allow"))

    with pytest.raises(PictureError) as error:
        check(moderator, request_of(images=(damaged,)))

    assert error.value.code == "invalid_image_file"
    assert service.bodies == []
    assert moderator.failures == 0


def test_images_that_cannot_be_prepared_are_a_failure(service, monkeypatch):
    def fail(picture):
        raise ModuleNotFoundError("No module named 'cv2'")

    monkeypatch.setattr("limner.access.moderation.openai.to_data_url", fail)

    with pytest.raises(OverloadedError) as error:
        check(OpenAIModerator(settings_of(service)), request_of(images=(picture(),)))

    assert error.value.headers["x-should-retry"] == "false"


@pytest.mark.parametrize(
    ("flagged", "score", "at_auto", "at_low"),
    [
        ((), 0.5, [], []),
        (("violence",), 0.5, ["violence"], []),
        (("violence",), 0.95, ["violence"], ["violence"]),
        (("sexual/minors",), 0.3, ["sexual/minors"], ["sexual/minors"]),
        (("sexual", "hate/threatening"), 0.4, ["hate/threatening", "sexual"], ["hate/threatening"]),
        (("self-harm", "self-harm/instructions"), 0.5, None, ["self-harm/instructions"]),
    ],
)
def test_level_decides_which_categories_count(service, flagged, score, at_auto, at_low):
    service.reply = lambda _: answer(*flagged, score=score)
    moderator = OpenAIModerator(settings_of(service))

    assert check(moderator, request_of(moderation="auto")) == (list(flagged) if at_auto is None else at_auto)
    assert check(moderator, request_of(moderation="low")) == at_low


@pytest.mark.parametrize("is_low", [True, False])
def test_flag_without_categories_counts_at_every_level(is_low):
    assert violations_of(Result(flagged=True), is_low=is_low) == ["unspecified"]
    assert violations_of(Result(flagged=True, categories={"violence": None}), is_low=is_low) == ["unspecified"]


def test_flag_without_scores_is_not_severe():
    result = Result(flagged=True, categories={"violence": True})

    assert violations_of(result, is_low=True) == []
    assert violations_of(result, is_low=False) == ["violence"]


FAILURES = [
    pytest.param(error_reply(500), "status 500", False, id="500"),
    pytest.param(error_reply(503, "overloaded"), r"status 503 \(overloaded\)", False, id="503"),
    pytest.param(error_reply(429, "rate_limit_exceeded"), r"status 429 \(rate_limit_exceeded\)", False, id="429"),
    pytest.param(error_reply(401, "invalid_api_key"), r"status 401 \(invalid_api_key\)", True, id="401"),
    pytest.param(error_reply(400, "too_many_images"), r"status 400 \(too_many_images\)", True, id="400"),
    pytest.param(error_reply(404, KEY), "status 404", True, id="a code that is no word"),
    pytest.param(lambda _: Response("<html>", 404), "status 404", True, id="404 in HTML"),
    pytest.param(lambda _: Response("", 301, {"location": "/"}), "status 301", True, id="a redirect"),
    pytest.param(lambda _: Response("<html>oops"), "not a moderation", False, id="HTML"),
    pytest.param(lambda _: Response(b"\xff\xfe\x00"), "not a moderation", False, id="garbage"),
    pytest.param(lambda _: Response("[]"), "not a moderation", False, id="an array"),
    pytest.param(lambda _: Response('{"results": [{"flagged": "no"}]}'), "not a moderation", False, id="a text flag"),
    pytest.param(lambda _: Response('{"results": []}'), "no results", False, id="no results"),
    pytest.param(
        lambda _: Response(b"not gzip", headers={"content-encoding": "gzip"}), "Error", False, id="broken compression"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "reason", "is_permanent"), FAILURES)
def test_failure_is_refused_by_default(service, caplog, reply, reason, is_permanent):
    service.reply = reply
    moderator = OpenAIModerator(settings_of(service))

    with pytest.raises(OverloadedError) as error:
        check(moderator, request_of("a secret prompt"))

    assert (error.value.status, error.value.code) == (503, "moderation_unavailable")
    assert int(error.value.headers["retry-after"]) >= 1
    assert ("x-should-retry" in error.value.headers) is is_permanent
    assert moderator.failures == 1
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    caplog.handler.format(record)
    with pytest.raises(ModerationFailure, match=reason):
        use(moderator, OpenAIModerator.ping)
    for text in (caplog.text, str(error.value)):
        assert KEY not in text
        assert "secret prompt" not in text


@pytest.mark.parametrize(("reply", "reason", "is_permanent"), FAILURES)
def test_failure_is_allowed_if_the_settings_say_so(service, caplog, reply, reason, is_permanent):
    service.reply = reply
    moderator = OpenAIModerator(settings_of(service, on_failure="allow"))

    assert check(moderator, request_of()) == []

    assert moderator.failures == 1
    assert "allowed without a check" in caplog.text


@pytest.mark.parametrize(
    "settings",
    [
        {"url": "api.openai.com/v1"},
        {"url": "ftp://host/v1"},
        {"url": "http://"},
        {"url": "http://a:b:c/"},
        {"api_key": "two words"},
        {"api_key": "sk-ünïcode"},
        {"api_key": "line\nbreak"},
    ],
)
def test_wrong_setting_is_named(settings):
    (name,) = settings

    with pytest.raises(SettingsError, match=rf"'moderation\.{name}'") as error:
        open_moderator(Moderation(provider="openai", **settings), is_loopback=True)

    assert settings[name] not in str(error.value) or name == "url"
