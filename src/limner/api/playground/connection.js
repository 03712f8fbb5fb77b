// The connection to the server: its address, keys, JSON, and what goes wrong on the way.

export class ApiError extends Error {
  // `status`: 0 without a response, 200 if a stream failed after its start
  constructor(status, { message, param = null, code = null, retryAfter = null }) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

// a proxy may serve the page under a path
export const BASE = new URL(".", location.href).href.replace(/\/$/, "");

export const NO_ANSWER = `No answer from ${BASE}: the server may be stopped, or the connection may be down.`;
export const BROKEN = "The connection to the server was lost before the image was complete.";
export const NO_API = `The server at ${BASE} is not an Images API.`;
const MESSAGES = {
  404: `There is no Images API at ${BASE} (404).`,
  413: "The request is too large for the server, or for a proxy in front of it (413).",
  429: "The server is busy (429).",
  502: "The server cannot be reached by the proxy in front of it (502).",
  503: "The server is not available at the moment (503).",
  504: "The server took too long to answer the proxy in front of it (504).",
};

// A key that the tab keeps until it is closed, under this name.
export function keyInTab(name) {
  let inMemory = "";
  return {
    get() {
      try {
        return sessionStorage.getItem(name) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    set(value) {
      inMemory = value;
      try {
        sessionStorage.setItem(name, value);
      } catch {
        // storage is blocked: keep the key until the page is closed
      }
    },
    // other characters are invalid in headers, and `fetch` would fail as if the server were unreachable
    isValid: (value) => /^[\x21-\x7e]*$/.test(value),
    headers() {
      return this.get() ? { authorization: `Bearer ${this.get()}` } : {};
    },
  };
}

// `fetch` and body readers throw a TypeError if the connection fails
export async function wrapNetworkErrors(promise, message) {
  try {
    return await promise;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError(0, { message });
  }
}

export async function requireOk(response) {
  if (response.ok) return response;
  let error = null;
  try {
    ({ error } = await response.json());
  } catch {
    // an error page of a proxy: use the status instead
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

export async function readJson(response) {
  const text = await wrapNetworkErrors(response.text(), BROKEN);
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(response.status, { message: NO_API });
  }
}

// `options`: those of `fetch`
export async function getJson(path, options) {
  return readJson(await requireOk(await wrapNetworkErrors(fetch(path, options), NO_ANSWER)));
}
