"""Operators of torch as a simulated GPU sees them: their schemas, and the tensors among their arguments."""

import functools
from types import SimpleNamespace


@functools.cache
def schema_of(func):
    """Its name, and its arguments: torch would build these objects anew for each call."""
    schema = func._schema
    return SimpleNamespace(
        name=schema.name,
        arguments=[one.name for one in schema.arguments],
        are_written=[one.alias_info is not None and one.alias_info.is_write for one in schema.arguments],
    )


def leaves(value):
    """As torch's pytree, for what operators take and return, and several times faster."""
    if isinstance(value, tuple | list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from leaves(one)
    else:
        yield value


def map_leaves(function, value):
    if isinstance(value, dict):
        return {key: map_leaves(function, one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return type(value)([map_leaves(function, one) for one in value])
    return function(value)
