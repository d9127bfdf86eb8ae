import * as z from "zod";
import { isPlausibleYear } from "./day";

/** `?du=2025-11` is a link someone may have edited: anything unreadable counts as absent. */
export const monthSearchParamSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine(isPlausibleYear)
  .optional()
  .catch(undefined);
