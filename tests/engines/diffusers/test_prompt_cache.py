"""How many encoded prompts are kept."""

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.prompt_cache import PromptCache, num_bytes_of  # noqa: E402

FOUR_KB = torch.zeros(1, 1024)


def kept(cache, *keys):
    return [key for key in keys if cache.get(key) is not None]


def test_least_recently_used_prompt_makes_room():
    cache = PromptCache(max_prompts=2)
    cache.put("a", (FOUR_KB,))
    cache.put("b", (FOUR_KB.clone(),))
    assert cache.get("a")[0] is FOUR_KB
    cache.put("c", (FOUR_KB.clone(),))

    assert kept(cache, "a", "b", "c") == ["a", "c"]
    assert (len(cache), cache.num_bytes) == (2, 8192)


def test_long_prompts_leave_room_for_fewer():
    cache = PromptCache(max_bytes=20_000)
    for key in "abcd":
        cache.put(key, (FOUR_KB.clone(), None))
    cache.put("long", {"prompt_embeds": [torch.zeros(3, 1024)]})

    assert kept(cache, "a", "b", "c", "d", "long") == ["d", "long"]
    assert cache.num_bytes == 4 * 4096


def test_prompt_larger_than_the_cache_is_not_kept_and_evicts_none():
    cache = PromptCache(max_bytes=5_000)
    cache.put("a", FOUR_KB)
    cache.put("long", torch.zeros(2, 1024))

    assert kept(cache, "a", "long") == ["a"]
    assert cache.num_bytes == 4096


def test_replaced_and_cleared_prompts_are_not_counted():
    cache = PromptCache()
    cache.put("a", FOUR_KB)
    cache.put("a", torch.zeros(10, 1024))
    assert cache.num_bytes == 40_960

    cache.clear()

    assert (len(cache), cache.num_bytes) == (0, 0)


def test_size_counts_a_storage_once_and_whole():
    rows = torch.zeros(9, 1024)

    assert num_bytes_of((rows[:1], {"pooled": rows[:2]}, None, "text")) == 9 * 4096
