// Server-sent events from a stream of bytes: {name, data, comments}.

export async function* frames(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let pieces = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    // a large frame arrives in many pieces: search for its end only in the newest ones
    pieces.push(value);
    const tail = (pieces.at(-2) ?? "").slice(-1) + value;
    if (!tail.includes("\n\n")) continue;
    const parts = pieces.join("").split("\n\n");
    pieces = [parts.pop()];
    for (const part of parts) yield frameOf(part);
  }
}

function frameOf(text) {
  const frame = { comments: {} };
  for (const line of text.split("\n")) {
    if (line.startsWith("event: ")) frame.name = line.slice(7);
    else if (line.startsWith("data: ")) frame.data = line.slice(6);
    else if (line.startsWith(": ")) {
      const [name, ...rest] = line.slice(2).split(": ");
      frame.comments[name] = rest.join(": ");
    }
  }
  return frame;
}
