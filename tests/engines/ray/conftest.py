"""Imports Ray before any test module does, so that its own warnings are no errors."""

from importlib.util import find_spec

if find_spec("ray"):
    import ray_imports  # noqa: F401
else:  # needs limner[ray]
    collect_ignore_glob = ["test_*.py"]
