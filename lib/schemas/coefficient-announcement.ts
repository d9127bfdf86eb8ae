import * as z from "zod";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

/** That a participant was told by hand. */
export const handOverSchema = z.object({ operation: operationAddressSchema, announcement: z.uuid(), day: daySchema });
