// Numbers, amounts and times as text. All times are UTC, as the buckets are.

const number = (options) => new Intl.NumberFormat("en", options);
const time = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const whole = number({});
const compact = number({ notation: "compact", maximumFractionDigits: 1 });
const HOUR = time({ hour: "2-digit", minute: "2-digit" });
const DAY = time({ day: "numeric", month: "short" });
const WEEKDAY = time({ weekday: "short", day: "numeric", month: "short" });

export const count = (value) => whole.format(value);
export const shortCount = (value) => (value < 10_000 ? whole : compact).format(value);

// An amount with as many digits as tell small ones apart.
export const money = (currency) => (value) => {
  const digits = value === 0 || value >= 1 ? 2 : value >= 0.01 ? 4 : 6;
  return number({ style: "currency", currency, minimumFractionDigits: 2, maximumFractionDigits: digits }).format(value);
};

export const shortMoney = (currency) => (value) =>
  value < 10_000
    ? number({ style: "currency", currency, minimumFractionDigits: 0, maximumFractionDigits: 6 }).format(value)
    : number({ style: "currency", currency, notation: "compact", maximumFractionDigits: 1 }).format(value);

export function seconds(value) {
  if (value === null || value === undefined) return "–";
  if (value === 0) return "0 s";
  if (value < 1) return `${Math.round(value * 1000)} ms`;
  return value < 100 ? `${Number(value.toPrecision(3))} s` : `${count(Math.round(value))} s`;
}

export const clock = (s) => HOUR.format(s * 1000);
export const day = (s) => DAY.format(s * 1000);

// A bucket's name: on the axis, and in full.
export const slotLabel = (slot, width) => (width === "1h" ? clock(slot.start) : day(slot.start));
export const slotTitle = (slot, width) =>
  width === "1h" ? `${day(slot.start)}, ${clock(slot.start)} to ${clock(slot.next)}` : WEEKDAY.format(slot.start * 1000);
