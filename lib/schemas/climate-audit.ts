import * as z from "zod";

/** What a star is asked for with; the signed request is the body. */
export const labelRequestQuerySchema = z.object({
  star: z.coerce
    .number("Étoile attendue")
    .int()
    .min(1, "De 1 à 5")
    .max(5, "De 1 à 5")
    .describe("Étoile demandée, de 1 à 5."),
  contract: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true")
    .describe(
      "La collectivité a un contrat d’objectif territorial : sa première étoile se demande sans dossier signé.",
    ),
  name: z.string().max(255).optional().describe("Nom du fichier, quand le corps est le fichier lui-même."),
});

/** An administrator starts the audit of the request. */
export const startAuditSchema = z.object({
  collectivity: z.uuid(),
  email: z.email("Adresse électronique attendue").max(320),
});

/** The auditor validates his audit. */
export const validateAuditSchema = z.object({ collectivity: z.uuid() });

/** One request for a star. */
export const auditNameSchema = z.object({ collectivity: z.uuid(), audit: z.uuid() });

/** An administrator closes what is open. */
export const closeAuditSchema = z.object({
  collectivity: z.uuid(),
  reason: z.string().trim().min(1, "Dites pourquoi").max(500, "500 caractères au plus"),
});
