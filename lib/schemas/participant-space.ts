import * as z from "zod";
import { daySchema } from "./day";

/** The month a participant's space shows, by its first day; the latest when none, or another one, is asked for. */
export const ownMonthSearchSchema = z.object({ mois: daySchema.optional().catch(undefined) });
