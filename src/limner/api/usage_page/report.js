// Fetches usage, and shapes it for the plots: a value for each bucket and series.

import { getJson, keyInTab } from "../playground/connection.js";

export const adminKey = keyInTab("limner-admin-key");

const HOUR = 3600;
const DAY = 86_400;
export const PERIODS = {
  "24 h": { width: "1h", step: HOUR, num: 24 },
  "7 d": { width: "1d", step: DAY, num: 7 },
  "30 d": { width: "1d", step: DAY, num: 30 },
};
// The name in the API, the filter for it, and what a group without a value is called.
export const GROUPS = {
  model: { field: "model", filter: "models", label: "Model" },
  engine: { field: "engine", filter: "engines", label: "Engine", none: "no engine" },
  key: { field: "api_key_id", filter: "api_key_ids", label: "Key", none: "no key" },
  project: { field: "project_id", filter: "project_ids", label: "Project" },
  operation: { field: "source", filter: "sources", label: "Operation" },
  size: { field: "size", filter: "sizes", label: "Size" },
  user: { field: "user_id", filter: "user_ids", label: "User", none: "no user" },
};
const MAX_SERIES = 5;
const MAX_GROUPS = 200;
const MAX_ROWS = 10_000;
const MEASURES = ["total", "queued", "drawing"];

const get = (path) => getJson(`v1/organization/limner/${path}`, { headers: adminKey.headers(), cache: "no-store" });

function fetchReport(parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (Array.isArray(value)) for (const one of value) query.append(`${name}[]`, one);
    else query.append(name, value);
  return get(`usage?${query}`);
}

export const fetchLive = () => get("live");

export async function loadUsage(periodName, groupName, nowS = Date.now() / 1000) {
  const { width, step, num } = PERIODS[periodName];
  const group = GROUPS[groupName];
  const first = Math.floor(nowS / step) * step - (num - 1) * step;
  const range = { start_time: first, end_time: Math.floor(nowS) + 1 };
  const [groups, buckets] = await Promise.all([
    fetchReport({ ...range, group_by: [group.field], latency: ["total"], limit: MAX_GROUPS }),
    fetchReport({ ...range, bucket_width: width, latency: MEASURES }),
  ]);
  const shown = largest(groups).map((row) => row[group.field]);
  const parts = shown.length
    ? await fetchReport({ ...range, bucket_width: width, group_by: [group.field], [group.filter]: shown.map((value) => value ?? ""), limit: MAX_ROWS })
    : { data: [] };

  const slots = Array.from({ length: num }, (_, index) => ({ start: first + index * step, next: first + (index + 1) * step }));
  const slotOf = (row) => Math.floor((row.start_time - first) / step);
  const bySlot = new Map(buckets.data.map((row) => [slotOf(row), row]));
  const names = new Map(groups.data.map((row) => [row[group.field], nameOf(row, group)]));
  return {
    width,
    slots,
    group,
    currency: groups.currency.toUpperCase(),
    totals: groups.totals,
    rows: groups.data.map((row) => ({ ...row, name: names.get(row[group.field]) })),
    hasMore: groups.has_more,
    images: stack("images"),
    cost: stack("cost"),
    latency: MEASURES.map((measure) => ({
      measure,
      percentiles: Object.fromEntries(
        ["p50", "p90", "p99"].map((name) => [name, slots.map((_, index) => bySlot.get(index)?.latency[measure]?.[name] ?? null)]),
      ),
    })),
    total_latency: buckets.totals.latency,
  };

  // the series of one number, and the rest of all others
  function stack(number) {
    const series = shown.map((value, index) => ({ name: names.get(value), color: `var(--series-${index + 1})`, values: slots.map(() => 0) }));
    for (const row of parts.data) series[shown.indexOf(row[group.field])].values[slotOf(row)] = row[number];
    const rest = slots.map((_, index) => {
      const known = series.reduce((sum, one) => sum + one.values[index], 0);
      return Math.max(0, Number(((bySlot.get(index)?.[number] ?? 0) - known).toFixed(6)));
    });
    if (rest.some((value) => value > 0)) series.push({ name: "other", color: "var(--series-other)", values: rest });
    return series.filter((one) => one.values.some((value) => value > 0));
  }
}

// The groups with the largest share of the images or of the cost.
function largest({ data, totals }) {
  const share = (row) => row.images / (totals.images || 1) + row.cost / (totals.cost || 1);
  return data
    .filter((row) => row.images || row.cost)
    .sort((one, other) => share(other) - share(one))
    .slice(0, MAX_SERIES);
}

function nameOf(row, { field, none }) {
  const value = row[field];
  if (value === null) return none;
  return row.api_key_name || value;
}
