import * as z from "zod";
import { parseNumber } from "@/lib/format/parse-number";

const MAX_REASON = 500; // characters

const MS = z.coerce.number().int().positive("Choisissez une heure");

/** What an officer decides of a stretch of a curve, as its form sends it. */
export const measureDecisionSchema = z
  .object({
    operation: z.string(),
    meteringPointId: z.uuid(),
    quantity: z.enum(["withdrawal", "injection"]),
    kind: z.enum(["value", "discard", "leave_missing"], "Choisissez ce qui vaut pour ces heures"),
    startMs: MS,
    endMs: MS,
    /** Mean power, in kW as one types it. */
    powerKw: z.string().optional(),
    reason: z
      .string()
      .trim()
      .min(1, "Dites pourquoi : ce motif reste avec la valeur")
      .max(MAX_REASON, `${MAX_REASON} caractères au plus`),
  })
  .refine(({ startMs, endMs }) => startMs < endMs, { path: ["endMs"], error: "La fin suit le début" })
  .transform(({ powerKw, ...decision }, context) => {
    if (decision.kind !== "value") return { ...decision, powerW: null };
    const powerW = toPowerW(powerKw);
    if (powerW === null) {
      context.addIssue({ code: "custom", path: ["powerKw"], message: "Une puissance en kW, par exemple 12,5" });
      return z.NEVER;
    }
    return { ...decision, powerW };
  });

function toPowerW(text: string | undefined): number | null {
  const powerKw = text === undefined ? null : parseNumber(text);
  return powerKw === null || powerKw < 0 ? null : Math.round(powerKw * 1e6) / 1e3;
}

export const releaseDecisionSchema = z.object({ operation: z.string(), decision: z.uuid() });
