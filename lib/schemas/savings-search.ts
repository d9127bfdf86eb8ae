import * as z from "zod";

/** The civil year asked for in the address; none, or nothing readable: the last twelve months. */
export const savingsYearSchema = z.coerce.number().int().min(2000).max(2100).nullable().catch(null);
