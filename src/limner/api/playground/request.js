// Talks to the Images API: sends a request, reads its events as they come.

import { frames } from "./frames.js";
import { noteOf } from "./notes.js";

export class ApiError extends Error {
  // `status` is 0 when there was no response, and 200 when a stream failed after its start
  constructor(status, { message, param = null, code = null, retryAfter = null }) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

// the page may be served below a path by a proxy
export const BASE = new URL(".", location.href).href.replace(/\/$/, "");

const NO_ANSWER = `No answer from ${BASE}: the server may be stopped, or the connection may be down.`;
const BROKEN = "The connection to the server broke before the picture was complete.";
const NO_API = `What answers at ${BASE} is not an Images API.`;
const MESSAGES = {
  404: `There is no Images API at ${BASE} (404).`,
  413: "The request is too large for the server, or for a proxy in front of it (413).",
  429: "The server is busy (429).",
  502: "The server cannot be reached by the proxy in front of it (502).",
  503: "The server is not available at the moment (503).",
  504: "The server took too long to answer the proxy in front of it (504).",
};

const KEY = "limner-key";
let keyInMemory = "";
export const key = {
  get() {
    try {
      return sessionStorage.getItem(KEY) ?? keyInMemory;
    } catch {
      return keyInMemory;
    }
  },
  set(value) {
    keyInMemory = value;
    try {
      sessionStorage.setItem(KEY, value);
    } catch {
      // a browser that blocks storage: the key lasts until the page is left
    }
  },
  // a header takes nothing else, and `fetch` fails as if the server were gone
  isValid: (value) => /^[\x21-\x7e]*$/.test(value),
};

const headers = () => (key.get() ? { authorization: `Bearer ${key.get()}` } : {});

// `fetch` and readers of bodies fail with a TypeError when the connection does
async function connected(promise, message) {
  try {
    return await promise;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError(0, { message });
  }
}

async function checked(response) {
  if (response.ok) return response;
  let error = null;
  try {
    ({ error } = await response.json());
  } catch {
    // a proxy's own page: the status says more than its text
  }
  if (typeof error === "string") error = { message: error };
  let message = error?.message || MESSAGES[response.status] || `The server answered with status ${response.status}.`;
  const retryAfter = secondsOf(response.headers.get("retry-after"));
  if (retryAfter !== null && !/try again in/i.test(message)) message += ` Try again in ${retryAfter} s.`;
  throw new ApiError(response.status, { param: error?.param, code: error?.code, message, retryAfter });
}

// Retry-After: seconds or a date
function secondsOf(value) {
  if (!value) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(1, seconds) : null;
}

async function json(response) {
  const text = await connected(response.text(), BROKEN);
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(response.status, { message: NO_API });
  }
}

export async function models() {
  const response = await checked(await connected(fetch("v1/models", { headers: headers() }), NO_ANSWER));
  const { data } = await json(response);
  return Array.isArray(data) ? data.map((model) => model.id) : [];
}

// JSON that keeps integers beyond 2^53, given as BigInt, exact
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

// Parameters that the page adds by itself and this model refuses, as strict servers do for older ones.
function refusedParameters({ status, code, param }, fields, optional) {
  let refused = [];
  if (status !== 400) return refused;
  if (code === "unsupported_parameter" && fields.n > 1) refused = STREAMING;
  else if (NEWER.includes(param) && /^(unknown_parameter|invalid_input_fidelity_model)?$/.test(code ?? ""))
    refused = STREAMING.includes(param) ? STREAMING : [param];
  else if (optional.includes(param)) refused = [param];
  return refused.filter((name) => name in fields);
}

// Yields {type, b64_json, ...} events; `onHeaders` receives what headers and stream comments say.
// `optional`: further parameters to leave out if they are refused.
export async function* send(path, fields, { files = null, optional = [], signal, onHeaders = () => {} }) {
  let current = fields;
  for (;;) {
    try {
      for await (const event of sendOnce(path, current, { files, signal, onHeaders })) yield { ...described(current), ...event };
      return;
    } catch (error) {
      const refused = error instanceof ApiError ? refusedParameters(error, current, optional) : [];
      if (!refused.length) throw error;
      current = Object.fromEntries(Object.entries(current).filter(([name]) => !refused.includes(name)));
      if (refused.includes("stream")) current.response_format = "b64_json";
    }
  }
}

// what responses of older models leave out
const described = ({ size, quality = "standard" }) => ({ ...(size && { size }), quality });

async function* sendOnce(path, fields, { files, signal, onHeaders }) {
  const request = files
    ? { headers: headers(), body: toForm(fields, files) }
    : { headers: { ...headers(), "content-type": "application/json" }, body: toJson(fields) };
  const response = await checked(await connected(fetch(path, { method: "POST", signal, ...request }), NO_ANSWER));
  const get = (name) => response.headers.get(name);
  onHeaders({
    seed: get("limner-seed"),
    ignored: get("limner-ignored"),
    note: noteOf(get),
    ahead: get("limner-queue-position"),
    eta: get("limner-eta"),
  });
  if (!get("content-type")?.startsWith("text/event-stream")) {
    yield* fromJson(await json(response));
    return;
  }
  let isStarted = false;
  let completed = 0;
  const reader = frames(response.body);
  for (;;) {
    const { value: frame, done } = await connected(reader.next(), BROKEN);
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

// The picture of an event. Its bytes say the format: older models leave `output_format` out.
export function blobOf(base64) {
  if (!base64) throw new ApiError(200, { message: "The server sent no picture that this page can show." });
  const start = Object.keys(STARTS).find((prefix) => base64.startsWith(prefix));
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: `image/${STARTS[start] ?? "png"}` });
}

export const formatOf = (blob) => blob.type.replace("image/", "");
