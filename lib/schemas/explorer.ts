import * as z from "zod";
import { addDays, civilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { isPlausibleYear } from "./day";

const MAX_CHOICES = 20;
const PRM_OR_PARTICIPANT = /^(?:\d{14}|participant:[0-9a-f-]{36})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;
const GROUPS = { consommateurs: "consumers", producteurs: "producers" } as const;

/** What the screen shows of the curves: along the time, sorted by power, or as a mean week. */
export const EXPLORER_VIEWS = ["courbe", "monotone", "semaine"] as const;
export type ExplorerView = (typeof EXPLORER_VIEWS)[number];

/** Everything the screen of the curves shows is in its address, which can be sent. */
export type ExplorerSearch = {
  /** `consumers`, `producers`, a PRM, `participant:` and an identifier; empty until something is chosen. */
  readonly choices: readonly string[];
  readonly isSum: boolean;
  /** Half-open; null until chosen. [ms] */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly grain: "step" | "hour" | "day" | "week" | "month" | null;
  /** `last_year`, `previous`, a day from which the other period starts, or a choice of curve. */
  readonly comparison: string | null;
  readonly isByWeekday: boolean;
  readonly view: ExplorerView;
};

const GRAINS = { pas: "step", heure: "hour", jour: "day", semaine: "week", mois: "month" } as const;
const COMPARISONS = { annee: "last_year", precedente: "previous" } as const;

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const flag = lenient(z.literal("oui"));

/** The address of the screen, as someone may have edited it: whatever is unreadable counts as absent. */
export const explorerSearchSchema = z
  .object({
    courbes: lenient(z.string()),
    ensemble: flag,
    du: lenient(z.string()),
    au: lenient(z.string()),
    pas: lenient(z.enum(Object.keys(GRAINS) as [keyof typeof GRAINS])),
    avec: lenient(z.string()),
    semaine: flag,
    vue: lenient(z.enum(EXPLORER_VIEWS)),
  })
  .transform(
    ({ courbes, ensemble, du, au, pas, avec, semaine, vue }): ExplorerSearch => ({
      choices: readChoices(courbes ?? ""),
      isSum: ensemble === "oui",
      startMs: readBound(du, "first"),
      endMs: readBound(au, "last"),
      grain: pas ? GRAINS[pas] : null,
      comparison: readComparison(avec),
      isByWeekday: semaine === "oui",
      view: vue ?? "courbe",
    }),
  );

function readChoices(text: string): readonly string[] {
  const choices = text.split(",").map((word) => readChoice(word.trim()));
  return [...new Set(choices.filter((choice) => choice !== null))].slice(0, MAX_CHOICES);
}

function readChoice(word: string): string | null {
  if (word in GROUPS) return GROUPS[word as keyof typeof GROUPS];
  return PRM_OR_PARTICIPANT.test(word) ? word : null;
}

function readComparison(word: string | undefined): string | null {
  if (word === undefined) return null;
  if (word in COMPARISONS) return COMPARISONS[word as keyof typeof COMPARISONS];
  return isCivilDate(word) && isPlausibleYear(word) ? word : readChoice(word);
}

// A last day is written as people say it: it counts.
function readBound(text: string | undefined, bound: "first" | "last"): number | null {
  if (text === undefined || !isPlausibleYear(text)) return null;
  if (INSTANT.test(text)) return Number.isNaN(Date.parse(text)) ? null : Date.parse(text);
  if (!isCivilDate(text)) return null;
  return parisMidnightMs(bound === "first" ? civilDate(text) : addDays(civilDate(text), 1));
}

/** The search part of the screen's address, without what goes without saying. */
export function writeExplorerSearch(search: ExplorerSearch): string {
  const { choices, isSum, startMs, endMs, grain, comparison, isByWeekday, view } = search;
  const entries: readonly (readonly [string, string | null])[] = [
    ["courbes", choices.map((choice) => wordOf(GROUPS, choice) ?? choice).join(",") || null],
    ["ensemble", isSum ? "oui" : null],
    ["du", startMs === null ? null : writeBound(startMs, "first")],
    ["au", endMs === null ? null : writeBound(endMs, "last")],
    ["pas", grain && wordOf(GRAINS, grain)],
    ["avec", comparison && (wordOf(COMPARISONS, comparison) ?? wordOf(GROUPS, comparison) ?? comparison)],
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
