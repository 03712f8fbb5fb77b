// The page: the key, the choices, and when to load what.

import { ApiError } from "../playground/connection.js";
import { $, button, element } from "../playground/dom.js";
import { clock } from "./format.js";
import { showLive } from "./live.js";
import { adminKey, fetchLive, GROUPS, loadUsage, PERIODS } from "./report.js";
import { costSection, groupsSection, imagesSection, latencySection, totalTiles } from "./sections.js";

const REPORT_S = 60;
const LIVE_S = 2;
const RETRY_S = 5;
const SECTIONS = { images: imagesSection, cost: costSection, latency: latencySection, groups: groupsSection };
let period = "7 d";
let charts = [];
let loading = null; // the latest load; earlier ones are outdated
let timer = null;
let watching = null; // the latest poll of the server's state
let liveProblem = null;

// ---- the report

async function load() {
  const current = (loading = {});
  clearTimeout(timer);
  $("plots").setAttribute("aria-busy", "true");
  let waitS = REPORT_S;
  try {
    const usage = await loadUsage(period, $("group-by").value);
    if (loading !== current) return;
    show(usage);
    hideError();
  } catch (error) {
    if (loading !== current) return;
    waitS = report(error);
  }
  $("plots").setAttribute("aria-busy", "false");
  if (waitS !== null) timer = setTimeout(() => (document.hidden ? onceVisible(load) : load()), waitS * 1000);
}

function show(usage) {
  for (const chart of charts) chart.close();
  const isEmpty = !usage.totals.num_model_requests;
  $("report").hidden = false;
  $("empty").hidden = !isEmpty;
  $("plots").hidden = isEmpty;
  $("totals").replaceChildren(...totalTiles(usage));
  charts = isEmpty ? [] : Object.entries(SECTIONS).flatMap(([id, section]) => section($(id), usage));
  $("updated").textContent = `Updated ${clock(Date.now() / 1000)} UTC`;
}

// ---- the server now

async function watch() {
  const current = (watching = {});
  try {
    const live = await fetchLive();
    if (watching !== current) return;
    showLive($("live-tiles"), live);
    $("live").hidden = false;
    if ($("error").textContent === liveProblem) hideError();
    liveProblem = null;
  } catch (error) {
    if (watching !== current) return;
    $("live").hidden = true;
    liveProblem = error.message;
    if (report(error) === null) return; // until there is another key
  }
  setTimeout(() => watching === current && (document.hidden ? onceVisible(watch) : watch()), LIVE_S * 1000);
}

function onceVisible(work) {
  document.addEventListener("visibilitychange", work, { once: true });
}

// ---- errors and the key

const isPassing = ({ status }) => status === 0 || status === 429 || status >= 500;

// Returns when to try again, in seconds; null: not before something is changed.
function report(error) {
  if (!(error instanceof ApiError)) console.error(error); // a bug of this page, shown to the user too
  const needsKey = error.status === 401 || error.status === 403;
  if (needsKey) {
    $("key-form").hidden = false;
    $("report").hidden = true;
    $("live").hidden = true;
  }
  const isFirst = error.status === 401 && !adminKey.get();
  if (isFirst) error.message = "This server shows its usage to admin keys only.";
  $("error").textContent = error.message;
  $("error").hidden = false;
  return isPassing(error) ? (error.retryAfter ?? RETRY_S) : null;
}

function hideError() {
  $("error").hidden = true;
  $("key-form").hidden = adminKey.get() === "";
}

function applyKey(event) {
  event.preventDefault();
  const value = $("key").value.trim();
  if (!adminKey.isValid(value)) {
    $("error").textContent = "A key may contain only printable ASCII characters without spaces.";
    $("error").hidden = false;
    return;
  }
  adminKey.set(value);
  load();
  watch();
}

// ---- wiring

for (const name of Object.keys(PERIODS)) {
  const choose = button(name, () => {
    period = name;
    refresh();
    load();
  });
  $("periods").append(choose);
}

function refresh() {
  for (const choice of $("periods").children) choice.setAttribute("aria-pressed", String(choice.textContent === period));
}

$("group-by").append(...Object.entries(GROUPS).map(([value, { label }]) => element("option", { value, textContent: label })));
$("group-by").addEventListener("change", load);
$("key").value = adminKey.get();
$("key-form").addEventListener("submit", applyKey);
refresh();
load();
watch();
