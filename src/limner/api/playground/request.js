// Talks to the Images API: sends a wish, reads events as they come.

export class WishError extends Error {
  constructor(status, { message, param = null, code = null }) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }
}

const KEY = "limner-key";
export const key = {
  get: () => sessionStorage.getItem(KEY) ?? "",
  set: (value) => sessionStorage.setItem(KEY, value),
};

const headers = () => (key.get() ? { authorization: `Bearer ${key.get()}` } : {});

async function checked(response) {
  if (response.ok) return response;
  let error = { message: `The server answered ${response.status}.` };
  try {
    error = (await response.json()).error;
  } catch {
    // a proxy's own page: the status says more than its text
  }
  throw new WishError(response.status, error);
}

export async function models() {
  const response = await checked(await fetch("v1/models", { headers: headers() }));
  return (await response.json()).data.map((model) => model.id);
}

// Models that were there before streams know none of these, and a strict server says so.
const YOUNGER = ["stream", "partial_images", "output_format"];

export async function* sendOrAskPlainly(path, body, options) {
  let isRefused = false;
  try {
    yield* send(path, body, options);
  } catch (error) {
    isRefused = error instanceof WishError && error.status === 400 && YOUNGER.includes(error.param);
    if (!isRefused) throw error;
  }
  if (!isRefused) return;
  const plain = Object.fromEntries(Object.entries(body).filter(([name]) => !YOUNGER.includes(name)));
  for await (const event of send(path, { ...plain, response_format: "b64_json" }, options))
    yield { size: body.size ?? "auto", quality: body.quality ?? "standard", output_format: "png", ...event };
}

// Yields {type, b64_json, ...} events; `told` receives what the headers say.
export async function* send(path, body, { signal, told = () => {} }) {
  const isForm = body instanceof FormData;
  const response = await checked(
    await fetch(path, {
      method: "POST",
      signal,
      headers: isForm ? headers() : { ...headers(), "content-type": "application/json" },
      body: isForm ? body : JSON.stringify(body),
    }),
  );
  told({
    seed: response.headers.get("limner-seed"),
    ignored: response.headers.get("limner-ignored"),
    note: response.headers.get("limner-note"),
    ahead: response.headers.get("limner-queue-position"),
    eta: response.headers.get("limner-eta"),
  });
  if (response.headers.get("content-type").includes("json")) {
    yield* fromJson(await response.json());
    return;
  }
  let last = null;
  for await (const { name, data, remarks } of frames(response.body)) {
    if (remarks["limner-note"]) told({ note: remarks["limner-note"] });
    if (!last && remarks["limner-queue-position"])
      told({ ahead: remarks["limner-queue-position"], eta: remarks["limner-eta"] ?? null });
    if (!data) continue;
    const event = JSON.parse(data);
    if (name === "error") throw new WishError(200, event.error);
    last = event;
    yield event;
  }
  if (!last?.type.endsWith(".completed")) throw new WishError(200, { message: "The stream ended before its picture came." });
}

function* fromJson(answer) {
  const count = answer.data.length;
  const share = answer.usage && { ...answer.usage, total_tokens: answer.usage.total_tokens / count };
  for (const [image_index, image] of answer.data.entries())
    yield { ...answer, ...image, usage: share, type: "image.completed", image_index };
}

async function* frames(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let pieces = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    // a frame of megabytes comes in many pieces: look for its end in the newest ones only
    pieces.push(value);
    const tail = (pieces.at(-2) ?? "").slice(-1) + value;
    if (!tail.includes("\n\n")) continue;
    const parts = pieces.join("").split("\n\n");
    pieces = [parts.pop()];
    for (const part of parts) {
      const frame = { remarks: {} };
      for (const line of part.split("\n")) {
        if (line.startsWith("event: ")) frame.name = line.slice(7);
        else if (line.startsWith("data: ")) frame.data = line.slice(6);
        else if (line.startsWith(": ")) {
          const [name, ...rest] = line.slice(2).split(": ");
          frame.remarks[name] = rest.join(": ");
        }
      }
      yield frame;
    }
  }
}

export function blobOf(base64, format) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: `image/${format}` });
}
