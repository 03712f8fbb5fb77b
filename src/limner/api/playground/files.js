// Picture files that are chosen, dropped or pasted.

const TYPES = ["image/png", "image/jpeg", "image/webp"];

const names = (files) => files.map((file) => file.name || "The picture").join(", ");

// {images, problem}: those that the API takes, and a sentence about the others
export async function sortFiles(files) {
  const images = [];
  const wrong = [];
  const damaged = [];
  for (const file of files) {
    if (!TYPES.includes(file.type)) wrong.push(file);
    else if (await canRead(file)) images.push(file);
    else damaged.push(file);
  }
  const problems = [];
  if (wrong.length) problems.push(`Not a PNG, JPEG or WebP picture: ${names(wrong)}. Save it as JPEG first.`);
  if (damaged.length) problems.push(`This browser cannot read: ${names(damaged)}. The file may be damaged or too large.`);
  return { images, problem: problems.join(" ") };
}

async function canRead(file) {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}

// Pictures in what was pasted. Office programs add a picture of the text that they copy: a text field wants the text.
export function pastedFiles({ clipboardData, target }) {
  const isText = target.closest?.("input, textarea") && clipboardData.types.includes("text/plain");
  return isText ? [] : [...clipboardData.files];
}
