import * as z from "zod";
import { civilDate } from "@/lib/domain/time/civil-date";

/** Operations began in this century; the bound keeps calendars finite, and a year typed as 9999 is a slip. */
export const isPlausibleYear = (day: string): boolean => day >= "2000" && day < "2200";

export const IMPLAUSIBLE_YEAR = "Date attendue entre 2000 et 2199";

export const daySchema = z.iso
  .date("Date attendue, par exemple 2026-04-01")
  .refine(isPlausibleYear, IMPLAUSIBLE_YEAR)
  .transform(civilDate);

/** `?jour=…` is a link someone may have edited: anything unreadable counts as absent. */
export const daySearchParamSchema = daySchema.optional().catch(undefined);

/** `?version=…`, with the same leniency. */
export const versionSearchParamSchema = z.coerce.number().int().positive().optional().catch(undefined);

/** `?pas=…`, a step of a day counted from midnight, with the same leniency. */
export const stepSearchParamSchema = z.coerce.number().int().min(0).max(300).optional().catch(undefined);
