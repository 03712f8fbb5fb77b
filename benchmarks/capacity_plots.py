"""Plots of the simulation as SVG, with a light and a dark set of colours in each file."""

import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from capacity_checks import GPUS
from capacity_fleet import Fleet
from capacity_times import MODELS

FIFO_BLIND, FIFO, SCHEDULER = GPUS
INK, SOFT, LINE, CARD = "#23282d", "#5d666d", "#ded7ca", "#fffdf9"
SERIES = {FIFO_BLIND: "#a15c38", FIFO: "#7a6a9b", SCHEDULER: "#2b5f75"}
STYLES = {FIFO_BLIND: ":", FIFO: "--", SCHEDULER: "-"}
DARK = {
    INK: "#eceae4",
    SOFT: "#a3abb1",
    LINE: "#3a3f45",
    CARD: "#212429",
    "#a15c38": "#e0a27e",
    "#7a6a9b": "#b9a8e0",
    "#2b5f75": "#7cc4de",
}
"""Of the documentation's two palettes. A browser chooses by the colour scheme of the page, else of the system."""
WIDTH = 5.4
LABELS = {
    FIFO_BLIND: "FIFO, works on after hang-ups",
    FIFO: "FIFO",
    SCHEDULER: "Limner's scheduler",
}

Figures = dict[str, Any]


def write_plots(figures: Figures, fleets: Sequence[Fleet], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    plots: dict[str, tuple[float, Callable[[Any], None]]] = {
        "waits": (3.4, lambda axes: _draw_waits(axes, figures["sweep"])),
        "lost": (3.0, lambda axes: _draw_lost(axes, figures["sweep"])),
        "day": (3.4, lambda axes: _draw_day(axes, figures["day"])),
        "keys": (3.0, lambda axes: _draw_keys(axes, figures["sweep"])),
        "images-a-day": (2.6, _draw_images_a_day),
        "fleet": (3.2, lambda axes: _draw_fleet(axes, fleets[0])),
    }
    for name, (height, draw) in plots.items():
        (folder / f"{name}.svg").write_text(_render(height, draw), encoding="utf-8")


def _render(height: float, draw: Callable[[Any], None]) -> str:
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot as plt

    options = {
        "svg.fonttype": "none",
        "svg.hashsalt": "limner",
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": 10,
        "text.color": INK,
        "axes.labelcolor": INK,
        "axes.edgecolor": SOFT,
        "xtick.color": SOFT,
        "ytick.color": SOFT,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.color": LINE,
        "legend.frameon": False,
        "figure.facecolor": CARD,
        "axes.facecolor": CARD,
    }
    with mpl.rc_context(options):
        figure, axes = plt.subplots(figsize=(WIDTH, height), layout="constrained")
        axes.set_axisbelow(True)
        draw(axes)
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        plt.close(figure)
    return _with_two_palettes(buffer.getvalue())


def _with_two_palettes(svg: str) -> str:
    names = {colour: f"--c{index}" for index, colour in enumerate(DARK)}
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    for colour, name in names.items():
        svg = svg.replace(colour, f"var({name}, {colour})")
    svg = re.sub(r"'DejaVu Sans'|DejaVu Sans", "system-ui", svg)
    light = " ".join(f"{name}: {colour};" for colour, name in names.items())
    dark = " ".join(f"{names[colour]}: {other};" for colour, other in DARK.items())
    style = f"svg {{ {light} }} @media (prefers-color-scheme: dark) {{ svg {{ {dark} }} }}"
    svg = svg.replace('<style type="text/css">', f'<style type="text/css">{style} ', 1)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def _draw_waits(axes: Any, sweep: Sequence[Figures]) -> None:
    for gpu in GPUS:
        runs = [run for run in sweep if run["gpu"] == gpu]
        loads = [100 * run["load"] for run in runs]
        colour, style = SERIES[gpu], STYLES[gpu]
        axes.plot(loads, [run["interactive"]["p95_s"] for run in runs], style, color=colour, label=LABELS[gpu])
        axes.plot(loads, [run["interactive"]["p50_s"] for run in runs], style, color=colour, linewidth=0.9)
    axes.set_xlabel("work that arrives, % of one GPU without batching")
    axes.set_ylabel("seconds of waiting")
    axes.set_ylim(bottom=0)
    axes.legend(
        title="95 % (thick) and half (thin) of requests wait less", loc="upper left", fontsize=9, title_fontsize=9
    )
    axes.set_ylim(0, 1.45 * max(run["interactive"]["p95_s"] for run in sweep))


def _draw_lost(axes: Any, sweep: Sequence[Figures]) -> None:
    for gpu in GPUS:
        runs = [run for run in sweep if run["gpu"] == gpu]
        lost = [100 * (1 - run["interactive"]["completed"]) for run in runs]
        axes.plot([100 * run["load"] for run in runs], lost, STYLES[gpu], color=SERIES[gpu], label=LABELS[gpu])
    axes.set_xlabel("work that arrives, % of one GPU without batching")
    axes.set_ylabel("% without an image")
    axes.set_ylim(0, 100)
    axes.legend(loc="upper left", fontsize=9)


def _draw_day(axes: Any, days: Sequence[Figures]) -> None:
    """Without hours in which fewer than half of the requests were completed: who is completed then waited little."""
    for run in days:
        gpu = run["gpu"]
        waits = [hour["p95_s"] if hour["completed"] >= 0.5 else float("nan") for hour in run["hours"]]
        axes.plot(range(24), waits, STYLES[gpu], color=SERIES[gpu], label=LABELS[gpu])
    axes.set_xlabel("hour of the day")
    axes.set_ylabel("seconds that 95 % wait less than")
    axes.set_xlim(0, 23)
    axes.set_xticks(range(0, 24, 4))
    top = max(hour["p95_s"] for run in days for hour in run["hours"])
    axes.set_ylim(0, 1.35 * top)
    axes.legend(loc="upper left", fontsize=9)


def _draw_keys(axes: Any, sweep: Sequence[Figures]) -> None:
    runs = [run for run in sweep if run["load"] == 1.0]
    kinds = {"interactive": "12 interactive keys", "greedy": "one greedy key"}
    for index, run in enumerate(runs):
        heights = [run[kind]["p50_s"] for kind in kinds]
        places = [place + 0.27 * (index - 1) for place in range(len(kinds))]
        bars = axes.bar(places, heights, 0.25, color=SERIES[run["gpu"]], label=LABELS[run["gpu"]])
        axes.bar_label(bars, [f"{height:.0f} s" for height in heights], fontsize=9, color=INK)
    axes.set_xticks(range(len(kinds)), list(kinds.values()))
    axes.tick_params(axis="x", labelcolor=INK)
    axes.set_ylabel("seconds, the median wait")
    axes.set_ylim(0, 1.5 * max(run[kind]["p50_s"] for run in runs for kind in kinds))
    axes.grid(visible=False, axis="x")
    axes.legend(loc="upper left", fontsize=9)


def _draw_images_a_day(axes: Any) -> None:
    names = [f"{model.name}, {model.steps} steps" for model in MODELS]
    _draw_bars(axes, names, [model.images_a_day for model in MODELS], "{:,.0f}")
    axes.set_xlabel("images of 1024x1024 a day, one H100")


def _draw_fleet(axes: Any, fleet: Fleet) -> None:
    needs = sorted(fleet.needs(), key=lambda need: -need.units)
    _draw_bars(axes, [need.part for need in needs], [need.units for need in needs], "{:,.1f}")
    axes.axvline(1, color=INK, linewidth=1)
    axes.set_xlabel("needed, in units of one (the line)")


def _draw_bars(axes: Any, names: Sequence[str], values: Sequence[float], label: str) -> None:
    places = range(len(names))
    bars = axes.barh(places, values, color=SERIES[SCHEDULER])
    axes.set_yticks(places, names)
    axes.tick_params(axis="y", labelcolor=INK)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xlim(right=12 * max(values))
    axes.bar_label(bars, [label.format(value) for value in values], padding=4, fontsize=9, color=INK)
    axes.grid(visible=False, axis="y")
