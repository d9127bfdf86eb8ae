import * as z from "zod";

/** What a state of the plan is kept under. */
export const newSnapshotSchema = z.object({
  name: z.string().trim().min(1, "Donnez un nom à cet instantané").max(100, "100 caractères au plus"),
  reason: z
    .string()
    .trim()
    .max(500, "500 caractères au plus")
    .nullish()
    .transform((text) => text || null),
});

const sideSchema = z.union([z.uuid("Identifiant attendu"), z.literal("today")]);

/** Two kept plans, or one and today's. */
export const snapshotComparisonQuerySchema = z.object({
  before: sideSchema.describe("Identifiant d’un instantané, ou « today » pour le plan d’aujourd’hui."),
  after: sideSchema.default("today").describe("De même ; le plan d’aujourd’hui par défaut."),
});

/** `?avant=…&apres=…` is a link someone may have edited: anything unreadable counts as absent. */
export const snapshotComparisonSearchSchema = z.object({
  avant: sideSchema.optional().catch(undefined),
  apres: sideSchema.optional().catch(undefined),
});
