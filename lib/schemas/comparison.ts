import * as z from "zod";
import type { ResultQuantity } from "@/lib/domain/comparison/published-results";
import { operationAddressSchema } from "./operation";

const QUANTITIES = ["self_consumed", "complement", "self_produced", "surplus"] as const satisfies ResultQuantity[];

/** The button that compares a run with the operator's figures once more. */
export const compareRunFormSchema = z.object({ operation: operationAddressSchema, run: z.uuid() });

/** `?grandeur=…`, a result of the operator; anything unreadable counts as absent. */
export const resultQuantitySearchParamSchema = z.enum(QUANTITIES).optional().catch(undefined);

/** `?prm=…`, with the same leniency. */
export const prmSearchParamSchema = z
  .string()
  .regex(/^[0-9E]\d{13}$/)
  .optional()
  .catch(undefined);

/** `?lignes=…`: all figures, or those that differ. */
export const comparedRowsSearchParamSchema = z.enum(["ecarts", "toutes"]).optional().catch(undefined);
