"""The prompt as an upstream server reads it: some servers read other parameters from it.

A client's prompt never sets those: it would get around Limner's validation, and name files on the server.
"""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from limner.core.request import ImageRequest
from limner.engines.proxy.profile import Profile


def compose_prompt(profile: Profile, request: ImageRequest, extras: Mapping[str, Any]) -> str:
    """`extras`: by the server's names, with what `extras_in_prompt` holds."""
    if request.operation == "variation":
        return profile.variation_prompt
    prompt = request.prompt
    separator = profile.negative_separator
    if separator is not None:
        texts = [text for text in (prompt, request.negative_prompt) if text]
        prompt = separator.join(text.replace(separator, profile.separator_substitute) for text in texts)
    if profile.extras_in_prompt is None:
        return prompt
    contents = {"{extras}": encode_extras(extras), "{prompt}": prompt}
    # in one pass: a negative prompt may contain "{prompt}"
    return re.sub(r"\{extras\}|\{prompt\}", lambda found: contents[found[0]], profile.extras_in_prompt)


def nest_extras(profile: Profile, extras: Mapping[str, Any]) -> dict[str, Any]:
    """An object of the server's names, where dots nest, and of the constants."""
    nested: dict[str, Any] = dict(profile.extra_constants)
    for name, value in extras.items():
        *outer, last = name.split(".")
        target = nested
        for key in outer:
            target = target.setdefault(key, {})
        target[last] = value
    return nested


def encode_extras(extras: Mapping[str, Any]) -> str:
    """JSON in one line without `<`, so that no text in it ends the block that it is in."""
    return msgspec.json.encode(extras).decode().replace("<", "\\u003c")
