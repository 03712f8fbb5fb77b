// The same request as a program.

const python = (value) => (value === true ? "True" : value === false ? "False" : JSON.stringify(value));
const EXTRA = new Set(["seed"]);
// the GPT image models know no response_format: they always answer with the picture itself
const withFormat = (body) => (body.model.startsWith("dall-e") ? { ...body, response_format: "b64_json" } : body);

function pythonCode(base, body) {
  const known = Object.entries(withFormat(body)).filter(([name]) => !EXTRA.has(name) && name !== "stream" && name !== "partial_images");
  const extra = Object.entries(body).filter(([name]) => EXTRA.has(name));
  const rows = known.map(([name, value]) => `    ${name}=${python(value)},`);
  if (extra.length) rows.push(`    extra_body={${extra.map(([name, value]) => `${JSON.stringify(name)}: ${python(value)}`).join(", ")}},`);
  return `import base64

from openai import OpenAI

client = OpenAI(base_url="${base}/v1", api_key="unused")
result = client.images.generate(
${rows.join("\n")}
)
with open("picture.${body.output_format}", "wb") as file:
    file.write(base64.b64decode(result.data[0].b64_json))
`;
}

function nodeCode(base, body) {
  const rows = Object.entries(withFormat(body))
    .filter(([name]) => name !== "stream" && name !== "partial_images")
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
  return `import fs from "node:fs";
import OpenAI from "openai";

const client = new OpenAI({ baseURL: "${base}/v1", apiKey: "unused" });
const result = await client.images.generate({
${rows.join("\n")}
});
fs.writeFileSync("picture.${body.output_format}", Buffer.from(result.data[0].b64_json, "base64"));
`;
}

function curlCode(base, body) {
  const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''");
  return `curl -N ${base}/v1/images/generations \\
  -H "Content-Type: application/json" \\
  -d '${json}'
`;
}

export const LANGUAGES = { Python: pythonCode, Node: nodeCode, curl: curlCode };
