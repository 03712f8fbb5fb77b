// The edit dialog: mask painting, additional input images, and comparison of before and after.

import { compare, wireComparison } from "./compare.js";
import { $, button, element, hasTouch } from "./dom.js";
import { entryOf } from "./drawing.js";
import { FieldErrors } from "./fields.js";
import { Mask } from "./mask.js";
import { sentenceOf } from "./notes.js";
import { blobOf, formatOf, send } from "./request.js";

const MAX_EDGE = 3840;
const mask = new Mask($("mask"));
const errors = new FieldErrors($("editor-form"), $("edit-error"));
let session = null;

export const isEditing = () => $("editor").open;

// `options`: `model`, `others` (additional input images), `keep` (called with results), `onKey` (called if the key is rejected)
export async function openEditor(blob, { others = [], ...options }) {
  if (isEditing()) {
    addImages([blob, ...others]);
    return;
  }
  session = { ...options, others: [], controller: null };
  await setPicture(blob);
  addImages(others);
  $("edit-status").textContent = "";
  $("editor").showModal();
  if (hasTouch()) $("editor-title").focus();
  else $("edit-prompt").select();
}

export const reportProblem = (message) => errors.show(message, "image");

async function setPicture(blob) {
  const { width, height } = await show(blob);
  session.blob = blob;
  session.size = { width, height };
  mask.reset(width, height);
  view("paint");
}

async function show(blob) {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  Object.assign($("picture"), { width, height });
  $("picture").getContext("2d").drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height };
}

// show either the image with its mask, or the comparison
function view(name) {
  $("canvas-frame").hidden = name !== "paint";
  document.querySelector(".tools").hidden = name !== "paint";
  $("compare").hidden = name !== "compare";
  $("further").hidden = name !== "compare";
}

function addImages(files) {
  session.others.push(...files);
  showOthers();
}

function showOthers() {
  errors.clear();
  for (const image of $("more-images").querySelectorAll("img")) URL.revokeObjectURL(image.src);
  $("more-images").replaceChildren(
    ...session.others.map((file, index) => {
      const name = file.name ?? `Input image ${index + 2}`;
      const remove = button("Remove", () => {
        session.others.splice(index, 1);
        showOthers();
        const left = $("more-images").querySelectorAll("button");
        (left[Math.min(index, left.length - 1)] ?? $("add-images")).focus();
      });
      remove.setAttribute("aria-label", `Remove ${name}`);
      return element("li", {}, element("img", { src: URL.createObjectURL(file), alt: name }), remove);
    }),
  );
}

// the image size, scaled into the supported range
function outputSize({ width, height }) {
  const scale = Math.min(1, MAX_EDGE / Math.max(width, height));
  return `${Math.round(width * scale)}x${Math.round(height * scale)}`;
}

async function request() {
  const { blob, others, model, size } = session;
  const name = others.length ? "image[]" : "image";
  const files = [blob, ...others].map((file, index) => [name, file, `picture-${index + 1}.${formatOf(file)}`]);
  if (!mask.isEmpty) files.push(["mask", await mask.file(size), "mask.png"]);
  const fields = {
    ...(model && { model }),
    prompt: $("edit-prompt").value.toWellFormed(),
    size: outputSize(size),
    input_fidelity: "high",
    stream: true,
    partial_images: 1,
  };
  if (formatOf(blob) !== "png") fields.output_format = formatOf(blob);
  return { fields, files };
}

async function apply() {
  if (session.controller) return;
  const current = session;
  const before = current.blob;
  const { signal } = (current.controller = new AbortController());
  const began = performance.now();
  const notes = new Set();
  let headers = {};
  let failure = null;
  const onHeaders = (news) => {
    headers = { ...headers, ...news };
    if (news.note) notes.add(news.note);
  };
  errors.clear();
  view("paint");
  setBusy(true);
  $("edit-status").textContent = "Editing…";
  try {
    const { fields, files } = await request();
    // `size` was chosen by the page, not by the user
    for await (const event of send("v1/images/edits", fields, { files, optional: ["size"], signal, onHeaders })) {
      const blob = blobOf(event.b64_json);
      if (current !== session) return;
      if (!event.type.endsWith("completed")) {
        await show(blob);
        continue;
      }
      await setPicture(blob);
      view("compare");
      compare(before, blob);
      $("edit-status").textContent = [...notes].map(sentenceOf).join(" ") || "Done. Apply again to change it further.";
      await current.keep(await entryOf(event, blob, { headers, began, prompt: fields.prompt, model: fields.model }));
    }
  } catch (error) {
    if (current === session && current.blob === before) await show(before);
    failure = error;
  } finally {
    current.controller = null;
    if (current === session) setBusy(false);
  }
  if (!failure || current !== session) return;
  $("edit-status").textContent = failure.name === "AbortError" ? "Cancelled." : "";
  if (failure.name !== "AbortError") report(failure);
}

function report(error) {
  if (error.status !== 401) {
    errors.show(error.message, error.param);
    return;
  }
  errors.show(`${error.message} Close this window and enter the key under “API key”.`);
  session.onKey(error);
}

function setBusy(isBusy) {
  const { activeElement } = document;
  mask.isLocked = isBusy;
  $("cancel-edit").hidden = !isBusy;
  // keep the focus on the enabled button
  if (isBusy && activeElement === $("apply")) $("cancel-edit").focus();
  $("apply").disabled = isBusy;
  if (!isBusy && activeElement === $("cancel-edit")) $("apply").focus();
}

function setTool(isEraser) {
  mask.erasing = isEraser;
  $("brush").setAttribute("aria-pressed", String(!isEraser));
  $("eraser").setAttribute("aria-pressed", String(isEraser));
}

export function wireEditor() {
  wireComparison();
  $("brush").addEventListener("click", () => setTool(false));
  $("eraser").addEventListener("click", () => setTool(true));
  $("brush-size").addEventListener("input", () => (mask.size = Number($("brush-size").value)));
  for (const action of ["undo", "invert", "clear"]) $(action).addEventListener("click", () => mask[action]());
  $("further").addEventListener("click", () => {
    view("paint");
    $("mask").focus();
  });
  $("close-editor").addEventListener("click", () => $("editor").close());
  $("editor").addEventListener("close", () => {
    session.controller?.abort();
    session = { ...session, controller: null };
    setBusy(false);
  });
  $("cancel-edit").addEventListener("click", () => session.controller?.abort());
  $("edit-prompt").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("editor-form").requestSubmit();
  });
  $("editor-form").addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
}
