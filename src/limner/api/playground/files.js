// Image files that were selected, dropped or pasted.

const TYPES = ["image/png", "image/jpeg", "image/webp"];

const names = (files) => files.map((file) => file.name || "The image").join(", ");

// {images, problem}: the files that the API accepts, and a message about the others
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
  if (wrong.length) problems.push(`Not a PNG, JPEG or WebP image: ${names(wrong)}. Save it as JPEG first.`);
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

// Images in pasted data. Office programs add an image of copied text; in a text field, paste the text.
export function pastedFiles({ clipboardData, target }) {
  const isText = target.closest?.("input, textarea") && clipboardData.types.includes("text/plain");
  return isText ? [] : [...clipboardData.files];
}
