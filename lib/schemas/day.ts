import * as z from "zod";
import { civilDate } from "@/lib/domain/time/civil-date";

export const daySchema = z.iso.date("Date attendue, par exemple 2026-04-01").transform(civilDate);

/** `?jour=…` is a link someone may have edited: anything unreadable counts as absent. */
export const daySearchParamSchema = daySchema.optional().catch(undefined);

/** `?version=…`, with the same leniency. */
export const versionSearchParamSchema = z.coerce.number().int().positive().optional().catch(undefined);
