"""Detectors with learned weights, which other packages ship. The one that finds subjects need not be installed: without
it, edits of photographs fall back to colours and shapes.
"""
