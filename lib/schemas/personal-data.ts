import * as z from "zod";
import { operationAddressSchema } from "./operation";

/** A participant's request to be erased, as an officer enters it; the box is ticked by hand. */
export const erasureFormSchema = z.object({
  operation: operationAddressSchema,
  participant: z.uuid(),
  confirmed: z.literal("on", "Cochez la case : ce qui est effacé ne revient pas."),
});
