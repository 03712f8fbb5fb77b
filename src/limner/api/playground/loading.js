// Says below the models what the server is loading: requests wait for it.

import { BASE } from "./connection.js";
import { $ } from "./dom.js";

const PERIOD_S = 2;

export async function showLoading() {
  const reason = await loadingReason();
  $("loading").textContent = reason;
  $("loading").hidden = reason === "";
  if (reason) setTimeout(showLoading, 1000 * PERIOD_S);
}

async function loadingReason() {
  try {
    const response = await fetch(`${BASE}/health/ready`);
    if (response.ok) return "";
    const { error } = await response.json();
    return error.code === "engine_loading" ? error.message : "";
  } catch {
    return ""; // the form reports a server that does not answer
  }
}
