import * as z from "zod";

const WHOLE_PPM = 1_000_000;

const sharesSchema = z.record(z.uuid(), z.number().int().min(0).max(WHOLE_PPM));

const tierSchema = z.object({
  consumerIds: z.array(z.uuid()).min(1, "Un rang a au moins un consommateur"),
  sharing: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("pro_rata") }),
    z.object({ kind: z.literal("equal") }),
    z.object({ kind: z.literal("fixed"), shares: sharesSchema }),
  ]),
});

const entrySchema = z.object({
  months: z.array(z.number().int().min(1).max(12)).min(1, "Une plage a au moins un mois"),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1, "Une plage a au moins un jour"),
  fromMinute: z.number().int().min(0).max(1_440),
  toMinute: z.number().int().min(0).max(1_440),
  shares: sharesSchema,
});

/** How the coefficients of a month are made, as it is kept and sent; that it is coherent is the domain's to say. */
export const keyRuleSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pro_rata") }),
  z.object({ kind: z.literal("tiers"), tiers: z.array(tierSchema).min(1, "Choisissez au moins un rang").max(20) }),
  z.object({
    kind: z.literal("calendar"),
    entries: z.array(entrySchema).max(50, "50 plages au plus"),
    defaultShares: sharesSchema,
  }),
]);
