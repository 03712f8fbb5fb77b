// Client of the Images API: sends requests and reads events as they arrive.

import { ApiError, BROKEN, getJson, keyInTab, NO_ANSWER, NO_API, readJson, requireOk, wrapNetworkErrors } from "./connection.js";
import { frames } from "./frames.js";
import { noteOf } from "./notes.js";

export const key = keyInTab("limner-key");

export async function models() {
  const { data } = await getJson("v1/models", { headers: key.headers() });
  return Array.isArray(data) ? data.map((model) => model.id) : [];
}

// JSON with exact integers beyond 2^53, given as BigInt
export function toJson(fields, indent = 0) {
  const [start, separator, end] = indent ? ["{\n", `,\n`, "\n}"] : ["{", ",", "}"];
  const rows = Object.entries(fields).map(
    ([name, value]) => `${" ".repeat(indent)}${JSON.stringify(name)}: ${typeof value === "bigint" ? value : JSON.stringify(value)}`,
  );
  return start + rows.join(separator) + end;
}

function toForm(fields, files) {
  const form = new FormData();
  for (const [name, blob, filename] of files) form.append(name, blob, filename);
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  return form;
}

const STREAMING = ["stream", "partial_images"];
const NEWER = [...STREAMING, "output_format", "response_format", "input_fidelity"];

// Parameters that the page adds and this model rejects, as strict servers do for older models.
function refusedParameters({ status, code, param }, fields, optional) {
  let refused = [];
  if (status !== 400) return refused;
  if (code === "unsupported_parameter" && fields.n > 1) refused = STREAMING;
  else if (NEWER.includes(param) && /^(unknown_parameter|invalid_input_fidelity_model)?$/.test(code ?? ""))
    refused = STREAMING.includes(param) ? STREAMING : [param];
  else if (optional.includes(param)) refused = [param];
  return refused.filter((name) => name in fields);
}

// Yields {type, b64_json, ...} events; `onHeaders` receives values of headers and stream comments.
// `optional`: additional parameters to omit if they are rejected.
export async function* send(path, fields, { files = null, optional = [], signal, onHeaders = () => {} }) {
  let current = fields;
  for (;;) {
    try {
      for await (const event of sendOnce(path, current, { files, signal, onHeaders })) yield { ...describeResult(current), ...event };
      return;
    } catch (error) {
      const refused = error instanceof ApiError ? refusedParameters(error, current, optional) : [];
      if (!refused.length) throw error;
      current = Object.fromEntries(Object.entries(current).filter(([name]) => !refused.includes(name)));
      if (refused.includes("stream")) current.response_format = "b64_json";
    }
  }
}

// fields that responses of older models omit
const describeResult = ({ size, quality = "standard" }) => ({ ...(size && { size }), quality });

async function* sendOnce(path, fields, { files, signal, onHeaders }) {
  const request = files
    ? { headers: key.headers(), body: toForm(fields, files) }
    : { headers: { ...key.headers(), "content-type": "application/json" }, body: toJson(fields) };
  const response = await requireOk(await wrapNetworkErrors(fetch(path, { method: "POST", signal, ...request }), NO_ANSWER));
  const get = (name) => response.headers.get(name);
  onHeaders({
    seed: get("limner-seed"),
    ignored: get("limner-ignored"),
    note: noteOf(get),
    ahead: get("limner-queue-position"),
    eta: get("limner-eta"),
  });
  if (!get("content-type")?.startsWith("text/event-stream")) {
    yield* fromJson(await readJson(response));
    return;
  }
  let isStarted = false;
  let completed = 0;
  const reader = frames(response.body);
  for (;;) {
    const { value: frame, done } = await wrapNetworkErrors(reader.next(), BROKEN);
    if (done) break;
    const { name, data, comments } = frame;
    const note = noteOf((header) => comments[header]);
    if (note) onHeaders({ note });
    if (!isStarted && comments["limner-queue-position"])
      onHeaders({ ahead: comments["limner-queue-position"], eta: comments["limner-eta"] ?? null });
    if (!data) continue;
    const event = JSON.parse(data);
    if (name === "error") throw new ApiError(200, event.error);
    isStarted = true;
    completed += event.type.endsWith(".completed");
    yield event;
  }
  if (completed < (fields.n ?? 1)) throw new ApiError(200, { message: BROKEN });
}

function* fromJson(answer) {
  if (!Array.isArray(answer.data)) throw new ApiError(200, { message: NO_API });
  const count = answer.data.length;
  const share = answer.usage && { ...answer.usage, total_tokens: answer.usage.total_tokens / count };
  for (const [image_index, image] of answer.data.entries())
    yield { ...answer, ...image, usage: share, type: "image.completed", image_index };
}

const STARTS = { iVBOR: "png", "/9j/": "jpeg", UklGR: "webp" };

// The image of an event. The format is detected by content, since older models omit `output_format`.
export function blobOf(base64) {
  if (!base64) throw new ApiError(200, { message: "The server sent no image that this page can show." });
  const start = Object.keys(STARTS).find((prefix) => base64.startsWith(prefix));
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: `image/${STARTS[start] ?? "png"}` });
}

export const formatOf = (blob) => blob.type.replace("image/", "");
