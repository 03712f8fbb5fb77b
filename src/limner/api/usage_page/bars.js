// A plot of stacked bars.

import { Chart, frame, svg, ticksUpTo } from "./plot.js";

const MAX_WIDTH = 44;

// `series`: [{name, color, values}], the largest first, which is drawn at the bottom.
export function barChart({ name, slots, series, label, title, format, axisFormat, wholeNumbers }) {
  const sums = slots.map((_, index) => series.reduce((sum, one) => sum + one.values[index], 0));

  function draw(width) {
    const ticks = ticksUpTo(Math.max(...sums), { wholeNumbers });
    const area = frame({ width, slots, ticks, label, format: axisFormat });
    const thickness = Math.max(1, Math.min(MAX_WIDTH, area.slotWidth * 0.76));
    for (const index of slots.keys()) {
      let below = 0;
      for (const { name: part, color, values } of series) {
        if (!values[index]) continue;
        const [y, bottom] = [area.y(below + values[index]), area.y(below)];
        const box = { x: area.x(index) - thickness / 2, y, width: thickness, height: Math.max(0.5, bottom - y) };
        const bar = svg("rect", { class: "bar-part", ...box, fill: color });
        Object.assign(bar.dataset, { slot: index, name: part, value: values[index] });
        area.drawing.append(bar);
        below += values[index];
      }
    }
    return { ...area, num: slots.length };
  }

  function values(index) {
    const rows = series
      .filter((one) => one.values[index])
      .map((one) => ({ name: one.name, color: one.color, text: format(one.values[index]) }));
    return { title: title(slots[index]), rows: [...rows, { name: "Total", text: format(sums[index]) }] };
  }

  return new Chart(name, { draw, values });
}
