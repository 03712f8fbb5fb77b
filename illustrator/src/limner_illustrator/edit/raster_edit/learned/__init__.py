"""Detectors with learned weights, which packages ship that need not be installed: without them, edits of photographs
fall back to colours and shapes.
"""
