import { openEditor, isImage } from "./editor.js";
import { Fields } from "./fields.js";
import { pictures } from "./gallery.js";
import { costOf } from "./prices.js";
import { blobOf, key, models, send, sendOrAskPlainly, WishError } from "./request.js";
import { LANGUAGES } from "./snippets.js";

const $ = (id) => document.getElementById(id);
const SHAPES = [
  ["auto", "Auto", 22, 22],
  ["1024x1024", "Square", 26, 26],
  ["1536x1024", "Landscape", 30, 20],
  ["1024x1536", "Portrait", 20, 30],
  ["1920x640", "Banner", 36, 12],
  ["custom", "Custom", 28, 22],
];
const fields = new Fields($("wish"), $("error"));
let language = "Python";
let drawing = null;

// ---- the form

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function shapePicker() {
  for (const [value, label, width, height] of SHAPES) {
    const input = element("input", { type: "radio", name: "shape", value, checked: value === "auto" });
    const drawn = element("i");
    Object.assign(drawn.style, { width: `${width}px`, height: `${height}px` });
    const frame = element("span", { className: "frame" }, drawn);
    $("shapes").append(element("label", {}, input, frame, label));
  }
}

function shape() {
  return document.querySelector("[name=shape]:checked").value;
}

function wish() {
  const size = shape() === "custom" ? `${$("width").value}x${$("height").value}` : shape();
  const body = { model: $("model").value, prompt: $("prompt").value };
  const chosen = { size, quality: $("quality").value, background: $("background").value };
  for (const [name, value] of Object.entries(chosen)) if (value !== "auto") body[name] = value;
  body.output_format = $("output_format").value;
  if ($("n").value !== "1") body.n = Number($("n").value);
  const seed = $("seed").value.trim();
  if (seed) body.seed = /^\d+$/.test(seed) ? Number(seed) : seed;
  body.stream = true;
  body.partial_images = Number($("partial_images").value);
  return body;
}

function showSnippet() {
  $("snippet").textContent = LANGUAGES[language](location.origin, wish());
  for (const button of $("languages").children) button.setAttribute("aria-pressed", String(button.textContent === language));
}

function languageButtons() {
  for (const name of Object.keys(LANGUAGES)) {
    const button = element("button", { type: "button", textContent: name });
    button.addEventListener("click", () => {
      language = name;
      showSnippet();
    });
    $("languages").append(button);
  }
}

async function fillModels() {
  try {
    const names = await models();
    $("model").replaceChildren(...names.map((name) => element("option", { textContent: name })));
    $("model").value = names.includes("illustrator") ? "illustrator" : names[0];
    $("key-field").hidden = !key.get();
  } catch (error) {
    tell(error);
  }
  showSnippet();
}

// ---- errors, told at the field that they are about

function tell(error) {
  if (error.name === "AbortError") return;
  const isKey = error instanceof WishError && error.status === 401;
  if (isKey) $("key-field").hidden = false;
  fields.tell(isKey && !key.get() ? "This server asks for a key." : error.message, isKey ? "key" : error.param);
}

// ---- drawing

function facts(entry) {
  const said = [entry.model, entry.size, entry.quality, entry.format, `seed ${entry.seed}`, `${(entry.took_ms / 1000).toFixed(1)} s`];
  if (entry.usage) said.push(`${Math.round(entry.usage.total_tokens)} tokens`);
  const cost = costOf(entry.model, entry.usage);
  if (cost !== null) said.push(`$${cost.toFixed(3)} upstream`);
  return said.join(" · ");
}

function waiting(ahead, seconds) {
  const time = seconds >= 2 ? `about ${Math.ceil(seconds)} s` : "";
  if (!ahead) return time && `Drawing: ${time}.`;
  return `Waiting: ${ahead} ${ahead === 1 ? "picture is" : "pictures are"} ahead of yours${time && `, ${time} to go`}.`;
}

async function draw(path, body, about) {
  fields.clear();
  drawing?.abort();
  const controller = (drawing = new AbortController());
  const began = performance.now();
  let headers = {};
  const told = (news) => {
    headers = { ...headers, ...news };
    const said = waiting(Number(news.ahead ?? 0), Number(news.eta ?? 0));
    if (said) $("status").textContent = said;
  };
  const frames = [];
  $("easel").replaceChildren();
  $("cancel").hidden = false;
  if (document.activeElement === $("draw")) $("cancel").focus();
  $("draw").disabled = true;
  if ($("stage").getBoundingClientRect().top > innerHeight * 0.7) $("stage").scrollIntoView();
  $("status").textContent = "Waiting for the server…";
  const frame = (index) => {
    while (frames.length <= index) {
      const figure = element("figure", {}, element("div", { className: "waiting", textContent: "drawing…" }));
      frames.push(figure);
      $("easel").append(figure);
    }
    return frames[index];
  };
  frame((about.n ?? 1) - 1);
  const ask = body instanceof FormData ? send : sendOrAskPlainly;
  try {
    for await (const event of ask(path, body, { signal: controller.signal, told })) {
      const index = event.image_index ?? 0;
      const blob = blobOf(event.b64_json, event.output_format);
      const done = event.type.endsWith("completed");
      const image = element("img", {
        src: URL.createObjectURL(blob),
        alt: done ? about.prompt : `Preview ${event.partial_image_index + 1} of: ${about.prompt}`,
      });
      if (!done) image.addEventListener("load", () => URL.revokeObjectURL(image.src));
      frame(index).replaceChildren(image);
      $("status").textContent = done ? `Drawn in ${((performance.now() - began) / 1000).toFixed(1)} s.` : `Preview ${event.partial_image_index + 1}…`;
      if (!done) continue;
      await kept({
        blob,
        prompt: about.prompt,
        model: about.model,
        size: event.size,
        quality: event.quality,
        format: event.output_format,
        seed: headers.seed === null ? "" : Number(headers.seed) + index,
        usage: event.usage,
        took_ms: performance.now() - began,
      });
    }
    const remarks = [headers.note, headers.ignored && `Without effect: ${headers.ignored}.`].filter(Boolean);
    if (remarks.length) $("status").textContent += ` ${remarks.join(" ")}`;
  } catch (error) {
    $("easel").replaceChildren();
    $("status").textContent = error.name === "AbortError" ? "Cancelled: the server has stopped drawing." : "Nothing was drawn.";
    tell(error);
  } finally {
    if (drawing === controller) {
      drawing = null;
      $("draw").disabled = false;
      if (document.activeElement === $("cancel")) $("draw").focus();
      $("cancel").hidden = true;
    }
  }
}

// ---- the gallery

const shown = new Map();

async function showGallery() {
  const all = (await pictures.all()).reverse();
  $("empty").hidden = all.length > 0;
  for (const [id, card] of shown) {
    if (all.some((entry) => entry.id === id)) continue;
    URL.revokeObjectURL(card.querySelector("img").src);
    shown.delete(id);
  }
  for (const entry of all) if (!shown.has(entry.id)) shown.set(entry.id, cardOf(entry));
  $("gallery").replaceChildren(...all.map((entry) => shown.get(entry.id)));
}

function cardOf(entry) {
  const url = URL.createObjectURL(entry.blob);
  const act = (label, run) => {
    const button = element("button", { type: "button", textContent: label });
    button.addEventListener("click", run);
    return button;
  };
  const acts = element(
    "div",
    { className: "acts" },
    element("a", { href: url, download: `limner-${entry.id}.${entry.format}`, textContent: "Download" }),
    act("Vary", () => vary(entry)),
    act("Edit", () => openEditor(entry.blob, { model: entry.model, done: kept })),
    act("Reuse", () => reuse(entry)),
    act("Delete", async () => {
      await pictures.delete(entry.id);
      await showGallery();
    }),
  );
  const about = element("div", { className: "about" });
  about.append(element("p", { className: "prompt", textContent: entry.prompt }), element("p", { className: "facts", textContent: facts(entry) }), acts);
  return element("li", {}, element("img", { src: url, alt: entry.prompt, loading: "lazy" }), about);
}

function vary(entry) {
  const form = new FormData();
  form.append("image", entry.blob, `picture.${entry.format}`);
  form.append("model", entry.model);
  form.append("size", entry.size);
  form.append("output_format", entry.format);
  form.append("response_format", "b64_json");
  form.append("stream", "true");
  form.append("partial_images", $("partial_images").value);
  $("stage").scrollIntoView();
  return draw("v1/images/variations", form, { prompt: `A variation of: ${entry.prompt}`, model: entry.model });
}

function reuse(entry) {
  $("prompt").value = entry.prompt;
  $("seed").value = entry.seed;
  $("quality").value = entry.quality;
  $("output_format").value = entry.format;
  if ([...$("model").options].some((option) => option.value === entry.model)) $("model").value = entry.model;
  showSnippet();
  $("prompt").focus();
}

async function kept(entry) {
  try {
    await pictures.add(entry);
    await showGallery();
  } catch (error) {
    $("empty").hidden = false;
    $("empty").textContent = `This browser keeps no pictures (${error.name}): download what you want to have.`;
  }
}

// ---- wiring

shapePicker();
languageButtons();
$("wish").addEventListener("submit", (event) => {
  event.preventDefault();
  const body = wish();
  draw("v1/images/generations", body, { prompt: body.prompt, model: body.model, n: Math.min(10, Math.max(1, body.n ?? 1)) });
});
$("cancel").addEventListener("click", () => drawing?.abort());
$("wish").addEventListener("input", () => {
  $("custom-size").hidden = shape() !== "custom";
  showSnippet();
});
$("prompt").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("wish").requestSubmit();
});
$("key").addEventListener("change", () => {
  key.set($("key").value.trim());
  fields.clear();
  fillModels();
});
$("copy").addEventListener("click", async () => {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText($("snippet").textContent);
  } else {
    // browsers have no clipboard for pages that came over plain HTTP from another machine
    getSelection().selectAllChildren($("snippet"));
    document.execCommand("copy");
  }
  $("copy").textContent = "Copied";
  setTimeout(() => ($("copy").textContent = "Copy"), 1500);
});

function takeFiles(event, files) {
  const images = [...files].filter(isImage);
  if (!images.length) return;
  event.preventDefault();
  openEditor(images[0], { model: $("model").value, others: images.slice(1), done: kept });
}
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => takeFiles(event, event.dataTransfer.files));
document.addEventListener("paste", (event) => takeFiles(event, event.clipboardData.files));

fillModels();
showGallery().catch(() => ($("empty").textContent = "This browser keeps no pictures: download what you want to have."));
