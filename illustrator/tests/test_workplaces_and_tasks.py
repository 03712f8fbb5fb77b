"""Windows of editors and calls, dialogs, lists of tasks, and what splash screens show."""

import pytest

from limner_illustrator.language.graphic_tasks import DONE, TASK, read_tasks
from limner_illustrator.language.parser import parse


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("code editor screenshot with dark theme", "code-screen"),
        ("terminal window showing a build", "code-screen"),
        ("video conference UI with 4 participants", "call-screen"),
        ("notification center UI with 4 notifications", "notification-screen"),
        ("file upload dialog with drag and drop area", "upload-screen"),
        ("banking app login with fingerprint", "login-screen"),
        ("fitness dashboard with a login button", "dashboard"),
    ],
)
def test_screen_is_what_it_is_called(prompt: str, kind: str) -> None:
    graphic = parse(prompt, seed=0).graphic
    assert graphic is not None
    assert graphic.kind == kind


def test_tasks_are_as_many_as_asked() -> None:
    roles = [one.role for one in read_tasks("todo list app screen with 5 tasks, two done")]
    assert roles == [DONE, DONE, TASK, TASK, TASK]


def test_named_tasks_are_kept() -> None:
    labels = [one.label for one in read_tasks("to-do list app, tasks: buy eggs, call mom")]
    assert labels == ["Buy eggs", "Call mom"]
    assert read_tasks("recipe app with 5 items") == []


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("splash screen for an app called Nimbus with a cloud logo", ["cloud"]),
        ('loading screen with a spinner and the text "Loading..."', []),
    ],
)
def test_splash_shows_only_its_own_mark(prompt: str, nouns: list[str]) -> None:
    assert [one.noun for one in parse(prompt, seed=0).entities] == nouns
