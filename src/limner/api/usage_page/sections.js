// The parts of the report: totals, plots with their tables, and the table of all groups.

import { button, element } from "../playground/dom.js";
import { barChart } from "./bars.js";
import { count, money, seconds, shortCount, shortMoney, slotLabel, slotTitle } from "./format.js";
import { lineChart } from "./lines.js";
import { tile } from "./live.js";
import { legend } from "./plot.js";
import { download, makeTable } from "./tables.js";

const PERCENTILES = [
  { name: "p50", dash: "solid", color: "var(--series-1)" },
  { name: "p90", dash: "dashed", color: "var(--series-2)" },
  { name: "p99", dash: "dotted", color: "var(--series-4)" },
];
const MEASURES = { total: "Whole request", queued: "In the queue", drawing: "Drawing" };

const iso = (slot) => new Date(slot.start * 1000).toISOString();
const sum = (values) => values.reduce((total, value) => total + value, 0);
const percent = (part, whole) => (whole ? `${((part / whole) * 100).toFixed(part && part / whole < 0.1 ? 1 : 0)} %` : "");

export function totalTiles({ totals, currency, total_latency: latency }) {
  const { num_model_requests: requests, num_failed: failed, num_cancelled: cancelled } = totals;
  return [
    tile("Images", count(totals.images)),
    tile("Cost", money(currency)(totals.cost)),
    tile("Requests", count(requests), `${count(cancelled)} cancelled`),
    tile("Failed", count(failed), percent(failed, requests)),
    tile("Median time", seconds(latency.total?.p50), latency.total ? `p99 ${seconds(latency.total.p99)}` : ""),
  ];
}

// Fill a section with its title, content, table and download. `id` names the file, too.
function fill(section, { title, content, table, isOpen = false }) {
  const heading = element("h3", { id: `${section.id}-title`, textContent: title });
  const save = button("CSV", () => download(`limner-${section.id}.csv`, table));
  save.setAttribute("aria-label", `Download as CSV: ${title}`);
  const values = makeTable({ label: `Table: ${title}`, ...table });
  const wasOpen = section.querySelector("details")?.open ?? false;
  const folded = element("details", { open: wasOpen }, element("summary", { textContent: "Table" }), values);
  section.replaceChildren(element("header", {}, heading, save), ...content, isOpen ? values : folded);
}

export function barSection(section, usage, { name, series, what, format, axisFormat, wholeNumbers, none }) {
  const { slots, width } = usage;
  const title = `${name} per ${width === "1h" ? "hour" : "day"} by ${usage.group.label.toLowerCase()}`;
  const chart = series.length
    ? barChart({
        name: title,
        slots,
        series,
        label: (slot) => slotLabel(slot, width),
        title: (slot) => slotTitle(slot, width),
        format,
        axisFormat,
        wholeNumbers,
      })
    : null;
  const columns = [
    { name: "Time (UTC)", text: (row) => (row.slot ? slotTitle(row.slot, width) : "Total"), value: (row) => iso(row.slot) },
    ...series.map((one, index) => ({ name: one.name, text: (row) => format(row.values[index]), value: (row) => row.values[index] })),
    { name: "Total", text: (row) => format(sum(row.values)), value: (row) => Number(sum(row.values).toFixed(6)) },
  ];
  const rows = slots.map((slot, index) => ({ slot, values: series.map((one) => one.values[index]) }));
  const total = { slot: null, values: series.map((one) => sum(one.values)) };
  const entries = series.map((one) => ({ name: one.name, color: one.color, text: format(sum(one.values)) }));
  const content = chart ? [legend(entries), chart.node] : [element("p", { className: "hint", textContent: none })];
  section.dataset.unit = what;
  fill(section, { title, content, table: { columns, rows, total } });
  return chart ? [chart] : [];
}

export function imagesSection(section, usage) {
  const look = { format: count, axisFormat: shortCount, wholeNumbers: true, none: "No images in this period." };
  return barSection(section, usage, { name: "Images", what: "images", series: usage.images, ...look });
}

export function costSection(section, usage) {
  const look = { format: money(usage.currency), axisFormat: shortMoney(usage.currency), none: "Nothing in this period had a price." };
  return barSection(section, usage, { name: "Cost", what: usage.currency, series: usage.cost, ...look });
}

export function latencySection(section, usage) {
  const { slots, width, total_latency: totals } = usage;
  const charts = usage.latency.map(({ measure, percentiles }) => ({
    measure,
    chart: lineChart({
      name: `${MEASURES[measure]}: seconds`,
      slots,
      series: PERCENTILES.map((look) => ({ ...look, values: percentiles[look.name] })),
      label: (slot) => slotLabel(slot, width),
      title: (slot) => slotTitle(slot, width),
      format: seconds,
    }),
  }));
  const panels = charts.map(({ measure, chart }) =>
    element("div", { className: "panel-of" }, element("h4", { textContent: MEASURES[measure] }), chart.node),
  );
  const columns = [
    { name: "Time (UTC)", text: (row) => (row.slot ? slotTitle(row.slot, width) : "Whole period"), value: (row) => iso(row.slot) },
    ...usage.latency.flatMap(({ measure, percentiles }) =>
      PERCENTILES.map(({ name }) => {
        const value = (row) => (row.slot ? percentiles[name][row.index] : (totals[measure]?.[name] ?? null));
        return { name: `${MEASURES[measure]} ${name}`, text: (row) => seconds(value(row)), value };
      }),
    ),
  ];
  const rows = slots.map((slot, index) => ({ slot, index }));
  fill(section, {
    title: "Time of completed requests: percentiles",
    content: [legend(PERCENTILES), element("div", { className: "panels" }, ...panels)],
    table: { columns, rows, total: { slot: null } },
  });
  return charts.map(({ chart }) => chart);
}

export function groupsSection(section, usage) {
  const label = usage.group.label;
  const number = (name, field, format = count) => ({ name, text: (row) => format(row[field]), value: (row) => row[field] });
  const latency = (name) => ({ name: `${name} time`, text: (row) => seconds(row.latency.total?.[name]), value: (row) => row.latency.total?.[name] ?? null });
  const columns = [
    { name: label, text: (row) => row.name, value: (row) => row.name },
    number("Images", "images"),
    number("Cost", "cost", money(usage.currency)),
    number("Requests", "num_model_requests"),
    number("Failed", "num_failed"),
    number("Cancelled", "num_cancelled"),
    { name: "Input tokens", text: (row) => count(inputTokens(row)), value: inputTokens },
    number("Output tokens", "output_tokens"),
    latency("p50"),
    latency("p90"),
    latency("p99"),
  ];
  const note = usage.hasMore ? [element("p", { className: "hint", textContent: `The ${usage.rows.length} with the most images.` })] : [];
  const table = { columns, rows: usage.rows, total: { ...usage.totals, name: "Total" } };
  fill(section, { title: `All numbers by ${label.toLowerCase()}`, content: note, table, isOpen: true });
  return [];
}

const inputTokens = (row) => row.text_tokens + row.image_tokens;
