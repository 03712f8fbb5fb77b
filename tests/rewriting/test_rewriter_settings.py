"""Wrong settings of prompt rewriters are errors that name them."""

import json

import pytest

from limner.rewriting.rewriters import Rewriters, open_rewriters
from limner.rewriting_settings import PromptRewriter
from limner.settings import Settings, SettingsError, load_settings


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "needs either url or function"),
        ({"url": "http://127.0.0.1/v1", "function": "m:f"}, "needs either url or function"),
        ({"url": "http://127.0.0.1/v1"}, "needs a model beside url"),
        ({"url": "127.0.0.1", "model": "m"}, "'url' must be a URL such as"),
        ({"url": "http://127.0.0.1/v1", "model": "m", "api_key": "a b"}, "'api_key' must be printable ASCII"),
        ({"function": "own_rewriters"}, "'function' must be 'module:function'"),
        ({"function": "own_rewriters:absent"}, "cannot be loaded"),
        ({"function": "no_such_module:f"}, "cannot be loaded"),
        ({"function": "own_rewriters:NUMBER"}, "cannot be called"),
        ({"function": "own_rewriters:fail", "timeout_s": 0}, "timeout_s"),
        ({"function": "own_rewriters:fail", "operations": ["paint"]}, "operations"),
        ({"function": "own_rewriters:fail", "tone": "dark"}, "Unknown setting 'prompt_rewriters.m.tone'"),
    ],
)
def test_wrong_settings_are_named(tmp_path, options, message):
    path = tmp_path / "limner.toml"
    lines = ["[prompt_rewriters.m]", *(f"{name} = {json.dumps(value)}" for name, value in options.items())]
    path.write_text("\n".join(lines))

    with pytest.raises(SettingsError) as wrong:
        Rewriters(load_settings(path, environment={}).prompt_rewriters)

    assert message in str(wrong.value)


def test_rewriter_of_a_model_that_is_not_there_is_an_error():
    settings = Settings(prompt_rewriters={"typo": PromptRewriter(function="own_rewriters:add_style")})
    with pytest.raises(SettingsError, match="'prompt_rewriters' names the model 'typo', which is not there"):
        open_rewriters(settings, ["gpt-image-1"])
    open_rewriters(settings, ["gpt-image-1", "*"])
