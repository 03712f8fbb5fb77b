"""Limner: the self-hosted Images API."""

__version__ = "0.1.0"
