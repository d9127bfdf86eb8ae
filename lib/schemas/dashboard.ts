import * as z from "zod";
import type { WindowChoice } from "@/lib/domain/dashboard/dashboard-window";

const LAST_TWELVE: WindowChoice = { kind: "last_twelve" };

/** `?periode=2026` or `?periode=depuis-le-debut`; anything else, or nothing, is the last twelve months. */
export const windowSearchParamSchema = z
  .union([
    z.literal("depuis-le-debut").transform((): WindowChoice => ({ kind: "since_start" })),
    z
      .string()
      .regex(/^20\d\d$/)
      .transform((year): WindowChoice => ({ kind: "civil_year", year: Number(year) })),
  ])
  .catch(LAST_TWELVE);

/** The same, as an address carries it; null for what it is without. */
export function writeWindowSearchParam(choice: WindowChoice): string | null {
  if (choice.kind === "last_twelve") return null;
  return choice.kind === "civil_year" ? String(choice.year) : "depuis-le-debut";
}
