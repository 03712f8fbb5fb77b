// Sends one request at a time and shows its images as they arrive.

import { $, altText, element } from "./dom.js";
import { sentenceOf } from "./notes.js";
import { blobOf, formatOf, send } from "./request.js";

let running = null;

export const isDrawing = () => running !== null;
export const cancelDrawing = () => running?.abort();

function clearResults() {
  for (const image of $("results").querySelectorAll("img")) URL.revokeObjectURL(image.src);
  $("results").replaceChildren();
}

// The figure of an image by its index. Requests for several images show all figures from the start.
function figureAt(index) {
  const results = $("results");
  while (results.children.length <= index)
    results.append(element("figure", {}, element("div", { className: "waiting", textContent: "generating…" })));
  return results.children[index];
}

function queueText({ ahead, eta }) {
  const seconds = Number(eta ?? 0);
  const time = seconds >= 2 ? `about ${Math.ceil(seconds)} s` : "";
  const num = Number(ahead ?? 0);
  if (!num) return time && `Generating: ${time}.`;
  return `Waiting: ${num} ${num === 1 ? "image is" : "images are"} ahead of yours${time && `, ${time} to go`}.`;
}

function remarks(notes, ignored) {
  const sentences = [...notes].map(sentenceOf);
  if (ignored) sentences.push(`Ignored: ${ignored}.`);
  return sentences.map((sentence) => ` ${sentence}`).join("");
}

// A history entry. `took_ms` counts from `began`.
export async function entryOf(event, blob, { headers, began, ...about }) {
  let size = event.size;
  if (!size || size === "auto") {
    const bitmap = await createImageBitmap(blob);
    size = `${bitmap.width}x${bitmap.height}`;
    bitmap.close();
  }
  return {
    blob,
    ...about,
    size,
    quality: event.quality,
    background: event.background,
    format: formatOf(blob),
    seed: headers.seed ? String(BigInt(headers.seed) + BigInt(event.image_index ?? 0)) : "",
    usage: event.usage,
    took_ms: performance.now() - began,
  };
}

// `prepare` gives {path, fields, files, optional, prompt, label}; `keep` saves an entry of the history.
// Errors are passed to `report`.
export async function draw(prepare, { keep, report }) {
  if (running) return;
  const controller = (running = new AbortController());
  const began = performance.now();
  const notes = new Set();
  let headers = {};
  let num = 1;
  let completed = 0;
  let failure = null;
  setBusy(true);
  clearResults();
  figureAt(0);
  $("status").textContent = "Waiting for the server…";
  const onHeaders = (news) => {
    headers = { ...headers, ...news };
    if (news.note) notes.add(news.note);
    const text = queueText(headers);
    if (text && !completed) $("status").textContent = text;
  };
  try {
    const { path, fields, files, optional, prompt, label = prompt } = await prepare();
    controller.signal.throwIfAborted();
    num = Math.min(10, Math.max(1, Math.trunc(fields.n ?? 1)));
    figureAt(num - 1);
    for await (const event of send(path, fields, { files, optional, signal: controller.signal, onHeaders })) {
      const isCompleted = event.type.endsWith("completed");
      const blob = blobOf(event.b64_json);
      const preview = `Preview ${event.partial_image_index + 1}`;
      const image = element("img", {
        src: URL.createObjectURL(blob),
        alt: isCompleted ? altText(label) : `${preview} of: ${altText(label)}`,
      });
      if (!isCompleted) image.addEventListener("load", () => URL.revokeObjectURL(image.src));
      const figure = figureAt(event.image_index ?? 0);
      figure.replaceChildren(image);
      figure.classList.toggle("completed", isCompleted);
      if (!isCompleted) {
        $("status").textContent = `${preview}…`;
        continue;
      }
      completed += 1;
      $("status").textContent = completed < num ? `${completed} of ${num} images are generated…` : timeText(began);
      await keep(await entryOf(event, blob, { headers, began, prompt, label, model: fields.model }));
    }
    $("status").textContent = timeText(began) + remarks(notes, headers.ignored);
  } catch (error) {
    for (const figure of [...$("results").children]) if (!figure.classList.contains("completed")) figure.remove();
    const isCancelled = error.name === "AbortError";
    const some = `${completed} of ${num} images were generated.`;
    if (isCancelled) $("status").textContent = `Cancelled: ${completed ? some : "the server has stopped."}`;
    else $("status").textContent = completed ? some : "No image was generated.";
    failure = isCancelled ? null : error;
  }
  running = null;
  setBusy(false);
  if (failure) report(failure); // after the focus has returned to the form
}

const timeText = (began) => `Generated in ${((performance.now() - began) / 1000).toFixed(1)} s.`;

function setBusy(isBusy) {
  const { activeElement } = document;
  $("cancel").hidden = !isBusy;
  // keep the focus on the enabled button
  if (isBusy && activeElement === $("draw")) $("cancel").focus({ preventScroll: true });
  for (const starts of [$("draw"), ...$("gallery").querySelectorAll(".draws")]) starts.disabled = isBusy;
  if (!isBusy && activeElement === $("cancel")) $("draw").focus({ preventScroll: true });
  if (isBusy && $("stage").getBoundingClientRect().top > innerHeight * 0.7) $("stage").scrollIntoView();
}
