// A plot of lines, with gaps where there are no values.

import { Chart, frame, svg, ticksUpTo } from "./plot.js";

const DASHES = { solid: "none", dashed: "7 4", dotted: "2 3" };

// `series`: [{name, color, dash, values}]; a value is null where there is none.
export function lineChart({ name, slots, series, label, title, format }) {
  function draw(width) {
    const most = Math.max(0, ...series.flatMap((one) => one.values));
    const area = frame({ width, slots, ticks: ticksUpTo(most), label, format });
    for (const one of series)
      for (const run of runsOf(one.values)) {
        const points = run.map((index) => `${area.x(index)},${area.y(one.values[index])}`);
        const shape =
          run.length > 1
            ? svg("polyline", { class: "line", points: points.join(" "), stroke: one.color, "stroke-dasharray": DASHES[one.dash] })
            : svg("circle", { cx: area.x(run[0]), cy: area.y(one.values[run[0]]), r: 3, fill: one.color });
        shape.dataset.name = one.name;
        area.drawing.append(shape);
      }
    return { ...area, num: slots.length };
  }

  const values = (index) => ({
    title: title(slots[index]),
    rows: series.map((one) => ({ name: one.name, color: one.color, dash: one.dash, text: format(one.values[index]) })),
  });

  return new Chart(name, { draw, values });
}

// Indexes of neighbouring values.
function runsOf(values) {
  const runs = [];
  let run = null;
  for (const [index, value] of values.entries()) {
    if (value === null) run = null;
    else if (run) run.push(index);
    else runs.push((run = [index]));
  }
  return runs;
}
