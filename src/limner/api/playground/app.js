// The page: wires the form, the history and the editor together.

import { ApiError } from "./connection.js";
import { $ } from "./dom.js";
import { cancelDrawing, draw, isDrawing } from "./drawing.js";
import { isEditing, openEditor, reportProblem, wireEditor } from "./editor.js";
import { FieldErrors } from "./fields.js";
import { pastedFiles, sortFiles } from "./files.js";
import { buildForm, fillModels, hasModel, refresh, requestFields, reuse, setNeedsKey } from "./form.js";
import { keep, showHistory } from "./history.js";
import { showLoading } from "./loading.js";
import { key, models } from "./request.js";

const RETRY_S = 3;
const errors = new FieldErrors($("request"), $("error"));
let connection = null; // {key, promise}: the models, as this key sees them
let connectionProblem = "";

// ---- connection

function connect() {
  if (connection?.key === key.get()) return connection.promise;
  const current = (connection = { key: key.get() });
  current.promise = load(current).catch((error) => {
    if (connection === current) connection = null;
    throw error;
  });
  return current.promise;
}

async function load(current) {
  const names = await models();
  if (connection !== current) return;
  fillModels(names);
  setNeedsKey(current.key !== "");
  $("key-field").hidden = current.key === "";
  if (!names.length) throw new ApiError(200, { message: "This server has no models.", param: "model" });
}

// called at page load, and again until the server responds
async function connectSoon() {
  try {
    await connect();
    if ($("error").textContent === connectionProblem) errors.clear();
  } catch (error) {
    report(error);
    connectionProblem = error.message;
    const isPassing = error.status === 0 || error.status === 429 || error.status >= 500;
    if (isPassing) setTimeout(connectSoon, 1000 * (error.retryAfter ?? RETRY_S));
  }
}

async function applyKey() {
  const value = $("key").value.trim();
  if (!key.isValid(value)) {
    errors.show("A key may contain only printable ASCII characters without spaces.", "key");
    return false;
  }
  key.set(value);
  errors.clear();
  try {
    await connect();
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}

// ---- errors

function report(error, { isForm = true } = {}) {
  if (!(error instanceof ApiError)) console.error(error); // a bug of this page, shown to the user too
  if (error.status === 401) {
    setNeedsKey(true);
    $("key-field").hidden = false;
    if (isEditing()) return;
    errors.show(key.get() ? error.message : "This server requires an API key.", "key");
    return;
  }
  if (error.code === "model_not_found") {
    connection = null; // the server was restarted with other models
    connect().catch(() => {});
  }
  errors.show(error.message, isForm ? error.param : null);
  // phones have scrolled to the images
  if (!$("error").hidden && !isEditing()) $("error").scrollIntoView({ block: "nearest" });
}

// ---- actions

const keepEntry = (entry) => keep(entry, ACTIONS);

function generate() {
  const prepare = async () => {
    await connect();
    const fields = requestFields();
    return { path: "v1/images/generations", fields, prompt: fields.prompt };
  };
  errors.clear();
  return draw(prepare, { keep: keepEntry, report });
}

function vary(entry) {
  const { blob, prompt, format, size } = entry;
  const fields = { size, stream: true, partial_images: Number($("partial_images").value) };
  if (knownModel(entry)) fields.model = knownModel(entry);
  if (format !== "png") fields.output_format = format;
  const request = {
    path: "v1/images/variations",
    fields,
    files: [["image", blob, `picture.${format}`]],
    optional: ["size"],
    prompt,
    label: `A variation of: ${prompt}`,
  };
  errors.clear();
  $("stage").scrollIntoView();
  // the parameters come from the image, so an error belongs to no field of the form
  return draw(() => request, { keep: keepEntry, report: (error) => report(error, { isForm: false }) });
}

// the model of an image, if the server still has it
const knownModel = (entry) => (hasModel(entry.model) ? entry.model : $("model").value);

const edit = (blob, model, others = []) => openEditor(blob, { model, others, keep: keepEntry, onKey: report });

const ACTIONS = {
  Vary: vary,
  Edit: (entry) => edit(entry.blob, knownModel(entry)),
  Reuse: (entry) => {
    errors.clear();
    reuse(entry);
  },
};

async function takeFiles(files) {
  const { images, problem } = await sortFiles([...files]);
  if (images.length) await edit(images[0], $("model").value, images.slice(1));
  if (!problem) return;
  if (isEditing()) reportProblem(problem);
  else errors.show(problem);
}

async function copySnippet() {
  let isCopied = true;
  try {
    await navigator.clipboard.writeText($("snippet").textContent);
  } catch {
    // the clipboard is missing on plain HTTP from another machine, and permission may be denied
    getSelection().selectAllChildren($("snippet"));
    isCopied = document.execCommand("copy");
  }
  $("copy").textContent = isCopied ? "Copied" : "Press Ctrl+C";
  setTimeout(() => ($("copy").textContent = "Copy"), 1500);
}

// ---- wiring

buildForm();
wireEditor();
refresh();
$("key").value = key.get();
$("request").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (isDrawing()) return;
  // apply a key that was typed but not confirmed
  if ($("key").value.trim() === key.get() || (await applyKey())) generate();
});
$("cancel").addEventListener("click", cancelDrawing);
$("prompt").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("request").requestSubmit();
});
$("key").addEventListener("keydown", async (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault(); // Enter confirms the key and generates nothing
  if (!(await applyKey())) return;
  $("status").textContent = "The key is accepted.";
  $("draw").focus();
});
$("key").addEventListener("change", () => {
  if ($("key").value.trim() !== key.get()) applyKey();
});
$("copy").addEventListener("click", copySnippet);
for (const id of ["upload", "add-images"]) {
  $(id).addEventListener("change", async () => {
    const files = [...$(id).files];
    $(id).value = ""; // the same file may be chosen again
    await takeFiles(files);
  });
}
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault(); // otherwise the browser navigates to the file
  takeFiles(event.dataTransfer.files);
});
document.addEventListener("paste", (event) => {
  const files = pastedFiles(event);
  if (!files.length) return;
  event.preventDefault();
  takeFiles(files);
});

connectSoon();
showLoading();
showHistory(ACTIONS).then((num) => {
  if (!num && !isDrawing() && !$("status").textContent) $("status").textContent = "No images yet.";
});
