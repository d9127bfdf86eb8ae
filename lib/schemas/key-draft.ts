import * as z from "zod";
import { UNITS_PPM, type UnitPpm } from "@/lib/domain/coefficients/key-version";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

const WHOLE_PPM = 1_000_000;

const sharesSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "Parts illisibles : rechargez la page." });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.uuid(), z.int().min(0).max(WHOLE_PPM)));

const unitSchema = z.coerce
  .number()
  .refine((unit): unit is UnitPpm => (UNITS_PPM as readonly number[]).includes(unit), "Choisissez une précision");

/** A draft of a static or default key, as its editor sends it. Shares come as JSON, `{id: ppm}`: a thousand of them. */
export const keyDraftSchema = z
  .object({
    operation: operationAddressSchema,
    /** Empty for a new one. */
    draft: z.union([z.literal(""), z.uuid()]),
    kind: z.enum(["static", "default"], "Choisissez un type de clé"),
    from: daySchema,
    unitPpm: unitSchema,
    reason: z
      .string()
      .trim()
      .max(500, "500 caractères au plus")
      .transform((text) => text || null),
    shares: sharesSchema,
  })
  .superRefine(({ kind, shares, unitPpm }, context) => {
    if (kind !== "static") return;
    const ppm = Object.values(shares);
    const sum = ppm.reduce((total, each) => total + each, 0);
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["shares"], message });
    if (sum > WHOLE_PPM) refuse("La somme des coefficients dépasse 100 %.");
    if (sum === 0) refuse("Donnez une part à au moins un consommateur.");
    if (ppm.some((each) => each % unitPpm !== 0)) {
      refuse(
        "Des parts ont plus de décimales que la précision choisie : arrondissez-les, ou choisissez-en une plus fine.",
      );
    }
  });

/** `?version=…` is a link someone may have edited: anything unreadable counts as absent. */
export const draftSearchParamSchema = z.uuid().optional().catch(undefined);
