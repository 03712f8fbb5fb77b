"""Looks lines up in a sorted file of the packed data, mapped so that it costs no memory: key, TAB, value."""

import mmap
from functools import lru_cache

from limner_illustrator.catalog.art import DATA, missing_data


def find_line(file: str, key: str) -> str | None:
    """The value of the key, by bisection; the lines are sorted by their bytes."""
    table = _map_file(file)
    wanted = key.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", start)
        if table[start : start + len(wanted)] == wanted:
            return table[start + len(wanted) : end].decode()
        if table[start:end] < wanted:
            low = end + 1
        else:
            high = start
    return None


@lru_cache(maxsize=8)
def _map_file(name: str) -> mmap.mmap:
    try:
        with (DATA / name).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError as error:
        raise missing_data(name) from error
