// The form of a generation: its controls, and the request built from them.

import { BASE } from "./connection.js";
import { $, button, element } from "./dom.js";
import { LANGUAGES } from "./snippets.js";

const SHAPES = [
  ["auto", "Auto", 22, 22],
  ["1024x1024", "Square", 26, 26],
  ["1536x1024", "Landscape", 30, 20],
  ["1024x1536", "Portrait", 20, 30],
  ["1920x640", "Banner", 36, 12],
  ["custom", "Custom", 28, 22],
];
let language = "Python";
let needsKey = false;

export function buildForm() {
  for (const [value, label, width, height] of SHAPES) {
    const input = element("input", { type: "radio", name: "shape", value, checked: value === "auto" });
    const outline = element("i");
    Object.assign(outline.style, { width: `${width}px`, height: `${height}px` });
    $("shapes").append(element("label", {}, input, element("span", { className: "frame" }, outline), label));
  }
  for (const name of Object.keys(LANGUAGES)) {
    const choose = button(name, () => {
      language = name;
      refresh();
    });
    $("languages").append(choose);
  }
  $("request").addEventListener("input", refresh);
}

const shape = () => document.querySelector("[name=shape]:checked").value;

// Request parameters, without those at their default.
export function requestFields() {
  const size = shape() === "custom" ? `${$("width").value}x${$("height").value}` : shape();
  const fields = { prompt: $("prompt").value.toWellFormed() };
  if ($("model").value) fields.model = $("model").value;
  const chosen = { size, quality: $("quality").value, background: $("background").value };
  for (const [name, value] of Object.entries(chosen)) if (value !== "auto") fields[name] = value;
  if ($("output_format").value !== "png") fields.output_format = $("output_format").value;
  const n = $("n").value.trim();
  if (n && n !== "1") fields.n = Number(n);
  const seed = $("seed").value.trim();
  if (seed) fields.seed = /^-?\d+$/.test(seed) ? integer(seed) : seed;
  fields.stream = true;
  fields.partial_images = Number($("partial_images").value);
  return fields;
}

const integer = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text));

// Update everything that depends on the form's values. Scripts that change a value must call it, since no event fires.
export function refresh() {
  $("custom-size").hidden = shape() !== "custom";
  $("snippet").textContent = LANGUAGES[language]({ base: BASE, fields: requestFields(), needsKey });
  $("snippet-key").hidden = !needsKey;
  for (const choice of $("languages").children) choice.setAttribute("aria-pressed", String(choice.textContent === language));
}

export function setNeedsKey(value) {
  needsKey = value;
  refresh();
}

export function fillModels(names) {
  const previous = $("model").value;
  $("model").replaceChildren(...names.map((name) => element("option", { textContent: name })));
  choose("model", previous, names.includes("illustrator") ? "illustrator" : names[0]);
  refresh();
}

export const hasModel = (name) => optionsOf("model").includes(name);

const optionsOf = (id) => [...$(id).options].map((option) => option.value);

function choose(id, value, otherwise) {
  $(id).value = optionsOf(id).includes(value) ? value : otherwise;
}

// restore the parameters of a history entry
export function reuse(entry) {
  $("prompt").value = entry.prompt;
  $("seed").value = entry.seed ?? "";
  $("n").value = 1;
  choose("quality", entry.quality, "auto");
  choose("background", entry.background, "auto");
  choose("output_format", entry.format, "png");
  choose("model", entry.model, $("model").value);
  setSize(entry.size);
  refresh();
  $("prompt").focus();
}

function setSize(size) {
  const known = SHAPES.some(([value]) => value === size);
  const [width, height] = size.split("x");
  const isCustom = !known && height;
  document.querySelector(`[name=shape][value="${known ? size : isCustom ? "custom" : "auto"}"]`).checked = true;
  if (isCustom) [$("width").value, $("height").value] = [width, height];
}
