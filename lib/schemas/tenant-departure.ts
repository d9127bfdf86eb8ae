import * as z from "zod";
import { optionalDaySchema } from "@/lib/schemas/operation-fields";
import { daySchema } from "./day";
import { meteringPointAddressSchema } from "./metering-point";

/** The end of a tenant's contract, as a form sends it. */
export const tenantDepartureSchema = meteringPointAddressSchema.extend({
  endDay: daySchema,
  noticeDay: optionalDaySchema,
  confirmed: z
    .string()
    .optional()
    .transform((value) => value === "1"),
});
