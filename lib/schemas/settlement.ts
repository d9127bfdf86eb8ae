import * as z from "zod";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

/** The form that settles one period. */
export const settlePeriodFormSchema = z.object({ operation: operationAddressSchema, from: daySchema });
