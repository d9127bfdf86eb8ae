import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { COMPARISONS, CURVE_GROUPS, type ExplorerSearch, GRAINS } from "./explorer-search";

/** The search part of the screen's address, without what goes without saying. */
export function writeExplorerSearch(search: ExplorerSearch): string {
  const { choices, isSum, startMs, endMs, grain, comparison, isByWeekday, view } = search;
  const entries: readonly (readonly [string, string | null])[] = [
    ["courbes", choices.map((choice) => wordOf(CURVE_GROUPS, choice) ?? choice).join(",") || null],
    ["ensemble", isSum ? "oui" : null],
    ["du", startMs === null ? null : writeBound(startMs, "first")],
    ["au", endMs === null ? null : writeBound(endMs, "last")],
    ["pas", grain && wordOf(GRAINS, grain)],
    ["avec", comparison && (wordOf(COMPARISONS, comparison) ?? wordOf(CURVE_GROUPS, comparison) ?? comparison)],
    ["semaine", isByWeekday ? "oui" : null],
    ["vue", view === "courbe" ? null : view],
  ];
  const written = entries.flatMap(([key, value]) => (value === null ? [] : [`${key}=${readable(value)}`]));
  return written.length === 0 ? "" : `?${written.join("&")}`;
}

// Colons and commas are allowed in a query: an address one may read out.
function readable(value: string): string {
  return encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%2C", ",");
}

function wordOf(words: Readonly<Record<string, string>>, meaning: string): string | null {
  return Object.entries(words).find(([, value]) => value === meaning)?.[0] ?? null;
}

function writeBound(ms: number, bound: "first" | "last"): string {
  const day = parisCivilDate(ms);
  if (parisMidnightMs(day) !== ms) return `${new Date(ms).toISOString().slice(0, 16)}Z`;
  return bound === "first" ? day : addDays(day, -1);
}
