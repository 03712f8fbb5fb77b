// The request as a program. It never contains the key, which programs read from OPENAI_API_KEY.

import { toJson } from "./request.js";

const EXTRA = new Set(["seed"]);
const STREAMING = new Set(["stream", "partial_images"]);

const literal = (value) => (typeof value === "bigint" ? String(value) : JSON.stringify(value));

// Programs do not stream. DALL·E models return URLs unless base64 is requested.
function programFields(fields) {
  const kept = Object.entries(fields).filter(([name]) => !STREAMING.has(name));
  return Object.fromEntries(fields.model?.startsWith("dall-e") ? [...kept, ["response_format", "b64_json"]] : kept);
}

function pythonCode({ base, fields, needsKey }) {
  const all = Object.entries(programFields(fields));
  const rows = all.filter(([name]) => !EXTRA.has(name)).map(([name, value]) => `    ${name}=${literal(value)},`);
  const extra = all.filter(([name]) => EXTRA.has(name)).map(([name, value]) => `${literal(name)}: ${literal(value)}`);
  if (extra.length) rows.push(`    extra_body={${extra.join(", ")}},`);
  const format = fields.output_format ?? "png";
  const save =
    fields.n > 1
      ? `for index, image in enumerate(result.data, 1):
    with open(f"picture-{index}.${format}", "wb") as file:
        file.write(base64.b64decode(image.b64_json))`
      : `with open("picture.${format}", "wb") as file:
    file.write(base64.b64decode(result.data[0].b64_json))`;
  return `import base64
${needsKey ? "import os\n" : ""}
from openai import OpenAI

client = OpenAI(base_url="${base}/v1", api_key=${needsKey ? 'os.environ["OPENAI_API_KEY"]' : '"unused"'})
result = client.images.generate(
${rows.join("\n")}
)
${save}
`;
}

function nodeCode({ base, fields, needsKey }) {
  const rows = Object.entries(programFields(fields)).map(([name, value]) => `  ${name}: ${literal(value)},`);
  const format = fields.output_format ?? "png";
  const save =
    fields.n > 1
      ? `for (const [index, image] of result.data.entries())
  fs.writeFileSync(\`picture-\${index + 1}.${format}\`, Buffer.from(image.b64_json, "base64"));`
      : `fs.writeFileSync("picture.${format}", Buffer.from(result.data[0].b64_json, "base64"));`;
  return `// save as picture.mjs
import fs from "node:fs";
import OpenAI from "openai";

const client = new OpenAI({ baseURL: "${base}/v1", apiKey: ${needsKey ? "process.env.OPENAI_API_KEY" : '"unused"'} });
const result = await client.images.generate({
${rows.join("\n")}
});
${save}
`;
}

function curlCode({ base, fields, needsKey }) {
  const body = toJson(programFields(fields), 2).replaceAll("'", "'\\''");
  const format = fields.output_format ?? "png";
  const pictures = `grep -o '"b64_json":"[^"]*' reply.json | cut -d '"' -f 4`;
  const save =
    fields.n > 1
      ? `${pictures} | while read -r image; do
  number=$((\${number:-0} + 1))
  printf %s "$image" | base64 --decode > "picture-$number.${format}"
done`
      : `${pictures} | base64 --decode > picture.${format}`;
  return `curl "${base}/v1/images/generations" \\
${needsKey ? '  -H "Authorization: Bearer $OPENAI_API_KEY" \\\n' : ""}  -H "Content-Type: application/json" \\
  -d '${body}' \\
  -o reply.json
${save}
`;
}

export const LANGUAGES = { Python: pythonCode, Node: nodeCode, curl: curlCode };
