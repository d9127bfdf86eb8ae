import * as z from "zod";

const WHOLE_PPM = 1_000_000;

/**
 * How the coefficients of each step are made; that it is coherent is the domain's to say.
 *
 * @param consumerSchema - How it names consumers.
 */
export function keyRuleSchemaOf(consumerSchema: z.ZodType<string, string>) {
  const shares = z.record(consumerSchema, z.number().int().min(0).max(WHOLE_PPM));
  const tier = z.object({
    consumerIds: z.array(consumerSchema).min(1, "Un rang a au moins un consommateur"),
    sharing: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("pro_rata") }),
      z.object({ kind: z.literal("equal") }),
      z.object({ kind: z.literal("fixed"), shares }),
    ]),
  });
  const entry = z.object({
    months: z.array(z.number().int().min(1).max(12)).min(1, "Une plage a au moins un mois"),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1, "Une plage a au moins un jour"),
    fromMinute: z.number().int().min(0).max(1_440),
    toMinute: z.number().int().min(0).max(1_440),
    shares,
  });
  return z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("pro_rata") }),
    z.object({ kind: z.literal("tiers"), tiers: z.array(tier).min(1, "Choisissez au moins un rang").max(20) }),
    z.object({
      kind: z.literal("calendar"),
      entries: z.array(entry).max(50, "50 plages au plus"),
      defaultShares: shares,
    }),
  ]);
}

/** A rule as it is kept and sent, by metering point id. */
export const keyRuleSchema = keyRuleSchemaOf(z.uuid());
