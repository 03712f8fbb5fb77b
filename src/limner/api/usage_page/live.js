// The state of the server now: its queue, with a line of the last minutes, and the workers of each device.

import { element } from "../playground/dom.js";
import { count } from "./format.js";
import { svg } from "./plot.js";

const MAX_POINTS = 120;
const waiting = [];

export function showLive(parent, live) {
  waiting.push(live.waiting);
  if (waiting.length > MAX_POINTS) waiting.shift();
  const queue = tile("Queued or being drawn", count(live.waiting), `of ${count(live.max_waiting)} images`, sparkline());
  parent.replaceChildren(queue, ...live.workers.map(workers));
}

function workers({ engine, device, workers: num, alive, drawing, queued, memory_bytes: used, memory_total_bytes: all }) {
  const notes = [`${count(queued)} queued`];
  if (alive < num) notes.unshift(`${count(num - alive)} of ${count(num)} workers not running`);
  if (all) notes.push(`${gigabytes(used)} of ${gigabytes(all)} GB`);
  const meter = element("progress", { max: Math.max(num, drawing, 1), value: drawing });
  meter.setAttribute("aria-label", `Images being drawn by ${engine} on ${device}`);
  const note = element("p", { className: "note", textContent: notes.join(", ") });
  return tile(`${engine} on ${device}`, count(drawing), `drawing, ${count(num)} ${num === 1 ? "worker" : "workers"}`, meter, note);
}

const gigabytes = (bytes) => (bytes / 1e9).toFixed(1);

export function tile(name, value, note = "", ...more) {
  const number = element("dd", {}, value, ...(note ? [" ", element("small", { textContent: note })] : []));
  return element("div", { className: "tile" }, element("dl", {}, element("dt", { textContent: name }), number), ...more);
}

function sparkline() {
  const most = Math.max(1, ...waiting);
  const points = waiting.map((value, index) => `${(index + MAX_POINTS - waiting.length) * 2},${27 - (value / most) * 25}`);
  const line = svg("polyline", { points: points.join(" "), fill: "none", stroke: "var(--series-1)", "stroke-width": 2, "vector-effect": "non-scaling-stroke" });
  const ground = svg("line", { x1: 0, x2: (MAX_POINTS - 1) * 2, y1: 27, y2: 27, stroke: "var(--line)" });
  return svg("svg", { viewBox: `0 0 ${(MAX_POINTS - 1) * 2} 28`, preserveAspectRatio: "none", "aria-hidden": true }, ground, line);
}
