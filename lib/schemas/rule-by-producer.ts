import * as z from "zod";
import { keyRuleSchema } from "./key-rule";

/** A rule for each producer, in the order in which they are served; who they are is the period's to say. */
export const ruleByProducerSchema = z.object({
  kind: z.literal("by_producer"),
  producers: z
    .array(z.object({ producerId: z.uuid(), rule: keyRuleSchema }))
    .min(1, "Donnez une règle à au moins un producteur")
    .max(1_000),
});
