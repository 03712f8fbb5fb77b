// The edit view: a mask painted with a brush, several input images, before and after.

import { Fields } from "./fields.js";
import { Mask } from "./mask.js";
import { blobOf, send } from "./request.js";

const $ = (id) => document.getElementById(id);
const mask = new Mask($("mask"));
const TYPES = ["image/png", "image/jpeg", "image/webp"];
const fields = new Fields($("editor-form"), $("edit-error"));
let state = null;

export const isImage = (file) => TYPES.includes(file.type);

export async function openEditor(blob, { model, others = [], done }) {
  if (state && $("editor").open) {
    addImages([blob, ...others]);
    return;
  }
  state = { model, done, others: [], controller: null };
  await setPicture(blob);
  addImages(others);
  fields.clear();
  $("edit-status").textContent = "";
  $("editor").showModal();
  $("edit-prompt").select();
}

async function setPicture(blob) {
  state.blob = blob;
  const { width, height } = await show(blob);
  mask.reset(width, height);
  view("paint");
}

async function show(blob) {
  const bitmap = await createImageBitmap(blob);
  const canvas = $("picture");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return bitmap;
}

// either the picture with its mask, or before and after
function view(name) {
  $("canvas-frame").hidden = name !== "paint";
  document.querySelector(".tools").hidden = name !== "paint";
  $("compare").hidden = name !== "compare";
  $("further").hidden = name !== "compare";
}

function addImages(files) {
  state.others.push(...[...files].filter((file) => TYPES.includes(file.type)));
  showOthers();
}

function showOthers() {
  $("more-images").replaceChildren(
    ...state.others.map((file, index) => {
      const item = document.createElement("li");
      const image = Object.assign(new Image(), { src: URL.createObjectURL(file), alt: file.name ?? `Input image ${index + 2}` });
      const remove = Object.assign(document.createElement("button"), { type: "button", textContent: "Remove" });
      remove.addEventListener("click", () => {
        state.others.splice(index, 1);
        showOthers();
      });
      item.append(image, remove);
      return item;
    }),
  );
}

async function apply() {
  const prompt = $("edit-prompt").value;
  const form = new FormData();
  const format = { "image/jpeg": "jpeg", "image/webp": "webp" }[state.blob.type] ?? "png";
  form.append("model", state.model);
  form.append("prompt", prompt);
  for (const blob of [state.blob, ...state.others]) form.append("image[]", blob, "picture");
  if (!mask.isEmpty) form.append("mask", await mask.file(), "mask.png");
  form.append("size", `${$("picture").width}x${$("picture").height}`);
  form.append("output_format", format);
  form.append("input_fidelity", "high");
  form.append("stream", "true");
  form.append("partial_images", "1");
  const controller = (state.controller = new AbortController());
  const began = performance.now();
  const before = state.blob;
  let headers = {};
  fields.clear();
  view("paint");
  $("cancel-edit").hidden = false;
  if (document.activeElement === $("apply")) $("cancel-edit").focus();
  $("apply").disabled = true;
  $("edit-status").textContent = "Drawing…";
  try {
    for await (const event of send("v1/images/edits", form, { signal: controller.signal, told: (told) => (headers = { ...headers, ...told }) })) {
      const blob = blobOf(event.b64_json, event.output_format);
      if (!event.type.endsWith("completed")) {
        await show(blob);
        continue;
      }
      await setPicture(blob);
      compare(before, blob);
      $("edit-status").textContent = headers.note ?? "Done. Apply again to change it further.";
      await state.done({
        blob,
        prompt,
        model: state.model,
        size: event.size,
        quality: event.quality,
        format: event.output_format,
        seed: Number(headers.seed ?? 0),
        usage: event.usage,
        took_ms: performance.now() - began,
      });
    }
  } catch (error) {
    $("edit-status").textContent = error.name === "AbortError" ? "Cancelled." : "";
    if (error.name !== "AbortError") fields.tell(error.message, error.param);
    if (state.blob === before) await show(before);
  } finally {
    $("apply").disabled = false;
    if (document.activeElement === $("cancel-edit")) $("apply").focus();
    $("cancel-edit").hidden = true;
  }
}

function compare(before, after) {
  for (const [id, blob] of [["before", before], ["after", after]]) {
    URL.revokeObjectURL($(id).src);
    $(id).src = URL.createObjectURL(blob);
  }
  view("compare");
  slide();
}

// moved to the right, the slider shows more of what came after
function slide() {
  $("after").style.clipPath = `inset(0 ${100 - $("slider").value}% 0 0)`;
}

function tool(erasing) {
  mask.erasing = erasing;
  $("brush").setAttribute("aria-pressed", String(!erasing));
  $("eraser").setAttribute("aria-pressed", String(erasing));
}

$("brush").addEventListener("click", () => tool(false));
$("eraser").addEventListener("click", () => tool(true));
$("brush-size").addEventListener("input", () => (mask.size = Number($("brush-size").value)));
for (const action of ["undo", "invert", "clear"]) $(action).addEventListener("click", () => mask[action]());
$("further").addEventListener("click", () => {
  view("paint");
  $("mask").focus();
});
$("slider").addEventListener("input", slide);
$("add-images").addEventListener("change", (event) => {
  addImages(event.target.files);
  event.target.value = "";
});
$("close-editor").addEventListener("click", () => $("editor").close());
$("editor").addEventListener("close", () => state?.controller?.abort());
$("cancel-edit").addEventListener("click", () => state.controller?.abort());
$("edit-prompt").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("editor-form").requestSubmit();
});
$("editor-form").addEventListener("submit", (event) => {
  event.preventDefault();
  apply();
});
