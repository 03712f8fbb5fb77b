// Tables of the plots' values, and their download.

import { element } from "../playground/dom.js";

// `columns`: [{name, text(row), value(row)}]; the first one names the row. `total`: the row at the end.
export function makeTable({ label, columns, rows, total }) {
  const [first, ...others] = columns;
  const line = (row) =>
    element(
      "tr",
      {},
      element("th", { scope: "row", textContent: first.text(row) }),
      ...others.map((column) => element("td", { textContent: column.text(row) })),
    );
  const heads = columns.map(({ name }) => element("th", { scope: "col", textContent: name }));
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows.map(line)),
    element("tfoot", {}, line(total)),
  );
  const scroll = element("div", { className: "scroll", tabIndex: 0 }, table);
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", label);
  return scroll;
}

export function download(name, { columns, rows }) {
  const lines = [columns.map((column) => column.name), ...rows.map((row) => columns.map((column) => column.value(row)))];
  const blob = new Blob([lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")], { type: "text/csv" });
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// Spreadsheets run text that begins like a formula, and clients choose the names of users and models.
function cell(value) {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
