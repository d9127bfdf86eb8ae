import * as z from "zod";
import { addDays, civilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { isPlausibleYear } from "./day";
import { COMPARISONS, CURVE_GROUPS, EXPLORER_VIEWS, type ExplorerSearch, GRAINS } from "./explorer-search";

const MAX_CHOICES = 20;
const PRM_OR_PARTICIPANT = /^(?:\d{14}|participant:[0-9a-f-]{36})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;
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
  if (word in CURVE_GROUPS) return CURVE_GROUPS[word as keyof typeof CURVE_GROUPS];
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
