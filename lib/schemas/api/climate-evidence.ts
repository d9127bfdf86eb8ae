import * as z from "zod";
import {
  EVIDENCE_FIGURE_UNITS,
  type EvidenceFigureCode,
} from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { evidenceWordsSchema, linkUrlSchema, nodeIdSchema, nodesSchema } from "@/lib/schemas/climate-evidence";
import { apiComponent } from "./api-component";

const periodSchema = z.object({
  from: z.iso.date(),
  toExclusive: z.iso.date().describe("Premier jour qui ne compte plus."),
});

const joinedSchema = {
  id: z.uuid(),
  nodeId: z.string().describe("Action prouvée : cae_3.1.1.5.2."),
  title: z.string(),
  day: z.iso.date().nullable(),
  note: z.string().nullable(),
};

const proofSchema = z.discriminatedUnion("kind", [
  z.object({
    ...joinedSchema,
    kind: z.literal("document"),
    fileName: z.string(),
    sha256: z.string().length(64),
    sizeBytes: z.number().int(),
  }),
  z.object({ ...joinedSchema, kind: z.literal("link"), url: z.url() }),
]);

const figureCodes = Object.keys(EVIDENCE_FIGURE_UNITS) as [EvidenceFigureCode, ...EvidenceFigureCode[]];

const figureSchema = z.object({
  code: z.enum(figureCodes),
  unit: z.enum(["count", "ratio", "Wh", "W", "day", "key"]),
  value: z
    .union([z.number(), z.string()])
    .nullable()
    .describe("null tant qu’il manque de quoi le calculer : jamais une valeur plus petite."),
  period: periodSchema.nullable().describe("Jours dont il s’agit ; null : le jour du calcul."),
  stepMinutes: z.number().int().optional(),
  energySource: z.string().nullable().optional(),
  missing: z.array(periodSchema).optional().describe("Périodes non calculées, faute desquelles la valeur est null."),
});

const operationFiguresSchema = z.object({
  id: z.uuid(),
  nodeId: z.string(),
  operation: z.object({ id: z.uuid(), name: z.string() }),
  computedAt: z.iso.datetime(),
  isOutdated: z.boolean().describe("Un résultat, une mesure, le périmètre ou une clé a changé depuis."),
  figures: z.array(figureSchema),
});

/** What proves the actions of a climate plan. */
export const climateEvidenceSchema = apiComponent(
  "ClimateEvidence",
  z.object({ joined: z.array(proofSchema), figures: z.array(operationFiguresSchema) }),
);

/** The ids of what was joined, one for each action. */
export const joinedEvidenceSchema = apiComponent(
  "JoinedEvidence",
  z.object({ evidence: z.array(z.object({ id: z.uuid(), nodeId: z.string() })) }),
);

/** What is said of a document that is sent: in the fields of its form, or in the address where the body is the document. */
export const joinDocumentSchema = evidenceWordsSchema.extend({
  nodes: z
    .string()
    .transform((text) => text.split(",").filter((id) => id.trim() !== ""))
    .pipe(nodesSchema)
    .describe("Actions prouvées, séparées par des virgules : cae_3.1.1.5.2,cae_3.1.1.1.2."),
  name: z.string().max(255).optional().describe("Nom du fichier, quand le corps est le fichier lui-même."),
});

/** The same in the address: a form says it in its fields, which addresses and their logs do not keep. */
export const joinDocumentQuerySchema = joinDocumentSchema.partial();

export const joinLinkBodySchema = apiComponent(
  "ClimateLink",
  evidenceWordsSchema.extend({ nodes: nodesSchema, url: linkUrlSchema }),
);

export const renameEvidenceBodySchema = apiComponent("ClimateEvidenceWords", evidenceWordsSchema);

export const copyEvidenceBodySchema = apiComponent(
  "ClimateEvidenceCopy",
  z.object({ nodeId: nodeIdSchema.describe("Action que la preuve montre aussi.") }),
);

export const refreshedFiguresSchema = apiComponent(
  "RefreshedFigures",
  z.object({
    refreshed: z.number().int().describe("Couples d’une opération et d’une action qui ont reçu leurs chiffres."),
  }),
);
