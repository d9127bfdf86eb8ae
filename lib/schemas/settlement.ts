import * as z from "zod";
import { officialReasonSchema } from "./anniversary";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

/** The form that settles one period, or all that are ready when none is named. */
export const queueSettlementFormSchema = z.object({
  operation: operationAddressSchema,
  from: daySchema.optional(),
});

/** Which job an act is about. */
export const settlementJobAddressSchema = z.object({ operation: operationAddressSchema, job: z.uuid() });

/** Which period an act is about. */
export const periodAddressSchema = z.object({ operation: operationAddressSchema, from: daySchema });

/** The form that takes a closing back. */
export const reopenPeriodSchema = periodAddressSchema.extend({ reason: officialReasonSchema });
