// What all plots share: SVG elements, the axes, and reading values with a pointer, a finger or the arrow keys.

import { element } from "../playground/dom.js";

const SVG = "http://www.w3.org/2000/svg";
const CHARACTER = 7; // px of the widest digits at 12px
const GAP = 14;
export const HEIGHT = 220;
export const TOP = 12;
export const BOTTOM = 26;

export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Round values from 0 to at least `most`, at most five.
export function ticksUpTo(most, { wholeNumbers = false } = {}) {
  const rough = (most || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough * (1 - 1e-9));
  if (wholeNumbers) step = Math.max(1, Math.ceil(step));
  const num = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: num + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

// The drawing area, with its grid and labels. `x(index)`: the middle of a slot.
export function frame({ width, slots, ticks, label, format }) {
  const left = Math.ceil(Math.max(...ticks.map((tick) => format(tick).length)) * CHARACTER) + 10;
  const right = width - 4;
  const slotWidth = (right - left) / slots.length;
  const highest = ticks.at(-1);
  const area = {
    left,
    right,
    slotWidth,
    x: (index) => left + (index + 0.5) * slotWidth,
    y: (value) => HEIGHT - BOTTOM - (value / highest) * (HEIGHT - BOTTOM - TOP),
    drawing: svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, height: HEIGHT, "aria-hidden": true }),
  };
  for (const tick of ticks) {
    const y = area.y(tick);
    area.drawing.append(
      svg("line", { class: "grid", x1: left, x2: right, y1: y, y2: y }),
      svg("text", { class: "y", x: left - 6, y: y + 4, "text-anchor": "end" }, format(tick)),
    );
  }
  area.drawing.append(...slotLabels(area, slots, label));
  return area;
}

// As many labels as fit, evenly spaced, always with that of the latest slot.
function slotLabels(area, slots, label) {
  const texts = slots.map(label);
  const half = (Math.max(...texts.map((text) => text.length)) * CHARACTER) / 2;
  const last = slots.length - 1;
  const x = (index) => Math.min(area.x(index), area.right - half);
  let every = Math.max(1, Math.ceil((2 * half + GAP) / area.slotWidth));
  if (last >= every && x(last) - x(last - every) < 2 * half + GAP / 2) every += 1; // the last one is moved to the left
  return texts.flatMap((text, index) => {
    if ((last - index) % every || x(index) - half < area.left - GAP) return [];
    return [svg("text", { class: "x", x: x(index), y: HEIGHT - 6, "text-anchor": "middle" }, text)];
  });
}

// `values(index)` gives {title, rows: [{name, color, dash, text}], total}.
export class Chart {
  constructor(name, { draw, values }) {
    this.draw = draw;
    this.values = values;
    this.index = null;
    this.tip = element("div", { className: "tip", hidden: true });
    this.spoken = element("p", { className: "unseen", role: "status" });
    this.node = element("div", { className: "chart", tabIndex: 0 });
    this.node.setAttribute("role", "group");
    this.node.setAttribute("aria-label", `${name}. The arrow keys read its values; the table below has all of them.`);
    this.node.addEventListener("pointermove", (event) => this.point(event));
    this.node.addEventListener("pointerdown", (event) => this.point(event));
    this.node.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.show(null));
    this.node.addEventListener("blur", () => this.show(null));
    this.node.addEventListener("keydown", (event) => this.step(event));
    this.sizes = new ResizeObserver(() => this.render());
    this.sizes.observe(this.node);
  }

  render() {
    const width = Math.floor(this.node.clientWidth);
    if (!width || width === this.width) return;
    this.width = width;
    this.area = this.draw(width);
    this.band = svg("rect", { class: "band", y: TOP, height: HEIGHT - BOTTOM - TOP, visibility: "hidden" });
    this.area.drawing.prepend(this.band);
    this.node.replaceChildren(this.area.drawing, this.tip, this.spoken);
    this.show(this.index);
  }

  point(event) {
    const { left, slotWidth } = this.area;
    const at = event.clientX - this.node.getBoundingClientRect().left - left;
    const last = this.area.num - 1;
    this.show(at < -slotWidth ? null : Math.min(last, Math.max(0, Math.floor(at / slotWidth))));
  }

  step(event) {
    const last = this.area.num - 1;
    const next = {
      ArrowLeft: Math.max(0, (this.index ?? last + 1) - 1),
      ArrowRight: Math.min(last, (this.index ?? -1) + 1),
      Home: 0,
      End: last,
      Escape: null,
    };
    if (!(event.key in next)) return;
    event.preventDefault();
    this.show(next[event.key]);
    this.spoken.textContent = next[event.key] === null ? "" : this.tip.innerText;
  }

  show(index) {
    this.index = index;
    this.tip.hidden = index === null;
    this.band?.setAttribute("visibility", index === null ? "hidden" : "visible");
    if (index === null || !this.area) return;
    const { x, slotWidth } = this.area;
    this.band.setAttribute("x", x(index) - slotWidth / 2);
    this.band.setAttribute("width", slotWidth);
    this.tip.replaceChildren(...describe(this.values(index)));
    // beside the slot, on the side with more space
    const isLeft = x(index) > this.width / 2;
    this.tip.style.left = isLeft ? "auto" : `${Math.min(x(index) + slotWidth / 2 + 8, this.width * 0.75)}px`;
    this.tip.style.right = isLeft ? `${Math.min(this.width - x(index) + slotWidth / 2 + 8, this.width * 0.75)}px` : "auto";
  }

  close() {
    this.sizes.disconnect();
  }
}

function describe({ title, rows }) {
  const table = element("table");
  for (const { name, text, ...look } of rows)
    table.append(element("tr", {}, element("td", {}, ...(look.color ? [swatch(look)] : [])), element("td", {}, name), element("td", {}, text)));
  return [element("strong", { textContent: title }), table];
}

export function swatch({ color, dash = null }) {
  const made = element("span", { className: dash ? "swatch line" : "swatch" });
  made.style.setProperty("--color", color);
  if (dash) made.style.setProperty("--dash", dash);
  return made;
}

// `entries`: [{name, color, dash, text}]
export function legend(entries) {
  const items = entries.map(({ name, text = "", ...look }) =>
    element("li", {}, swatch(look), element("span", { textContent: name }), ...(text ? [element("b", { textContent: text })] : [])),
  );
  return element("ul", { className: "legend" }, ...items);
}
