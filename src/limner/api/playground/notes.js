// `limner-note` says what the engine could not do exactly, in a header or a stream comment.

// `get`: header name -> value
export function noteOf(get) {
  const extended = get("limner-note*");
  if (extended) return decode(extended.replace(/^[\w-]*'[^']*'/, "")); // RFC 8187: charset'language'text
  return decode(get("limner-note") ?? "");
}

// Make a sentence of notes such as "not drawn: mockup".
export function sentenceOf(note) {
  const text = note.charAt(0).toUpperCase() + note.slice(1);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

// decode percent-encoding if present; keep a plain "100%"
function decode(text) {
  if (!/%[0-9a-f]{2}/i.test(text)) return fromUtf8(text);
  const whole = text.replace(/(%[0-9a-f]{2}){1,3}(%[0-9a-f]?)?$/i, ""); // a truncated header may end within a character
  for (const candidate of [text, whole]) {
    try {
      return decodeURIComponent(candidate);
    } catch {
      // not percent-encoded, or truncated
    }
  }
  return fromUtf8(text);
}

// `fetch` reads the bytes of headers as Latin-1
function fromUtf8(text) {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  } catch {
    return text;
  }
}
