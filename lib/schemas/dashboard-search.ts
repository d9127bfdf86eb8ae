import * as z from "zod";
import { isPlausibleYear } from "./day";

/** What the dashboard of all operations is narrowed to; what an address misspells narrows nothing. */
export const dashboardSearchSchema = z.object({
  /** Id of a collectivity. */
  collectivite: z.string().max(100).optional().catch(undefined),
  /** A year of the calendar; the last twelve months without it. */
  annee: z
    .string()
    .regex(/^\d{4}$/)
    .refine(isPlausibleYear)
    .optional()
    .catch(undefined),
});
