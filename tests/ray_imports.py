"""Imports Ray, whose modules warn about each other, so that every other warning can remain an error."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import ray  # noqa: F401
    from ray import serve  # noqa: F401
