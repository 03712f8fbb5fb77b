"""The file that names a pipeline's components."""

import pytest

from limner.engines.diffusers.pipeline_index import INDEX, MODULAR_INDEX, find_index, present_components, read_index


def test_classic_index_comes_before_a_modular_one(tmp_path):
    assert find_index(tmp_path).name == INDEX

    (tmp_path / MODULAR_INDEX).write_text("{}")
    assert find_index(tmp_path).name == MODULAR_INDEX

    (tmp_path / INDEX).write_text("{}")
    assert find_index(tmp_path).name == INDEX


@pytest.mark.parametrize("content", [None, b"", b"{", b"[3]"])
def test_damaged_index_is_an_error_that_names_it(tmp_path, content):
    if content is not None:
        (tmp_path / INDEX).write_bytes(content)

    with pytest.raises(ValueError, match=r"has no model_index\.json that can be read"):
        read_index(tmp_path / INDEX)


def test_components_that_are_left_out_are_not_present():
    index = {"_class_name": ["a", "b"], "vae": ["diffusers", "AutoencoderKL"], "safety_checker": [None, None], "n": 3}

    assert present_components(index) == {"vae": ("diffusers", "AutoencoderKL")}


def test_component_of_another_repository_is_present():
    where = {"pretrained_model_name_or_path": "me/vae", "type_hint": ["diffusers", "AutoencoderKL"]}
    nothing = {"pretrained_model_name_or_path": None, "type_hint": [None, None]}

    found = present_components({"vae": [None, None, where], "text_encoder": [None, None, nothing]})

    assert found == {"vae": ("diffusers", "AutoencoderKL")}
