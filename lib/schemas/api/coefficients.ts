import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";

const KINDS = ["static", "dynamic_simple", "dynamic_full", "default"] as const;

const ppmSchema = z.number().meta({
  type: "integer",
  minimum: 0,
  maximum: 1_000_000,
  description: "Part de la production, en millionièmes : entier de 0 à 1 000 000.",
});

const rowSchema = z
  .array(ppmSchema.nullable())
  .describe("Une part par pas de la période, à partir de minuit à Paris ; null : aucune.");

const consumersSchema = z.record(prmSchema, rowSchema).describe("Par PRM consommateur.");

/** What `PUT …/coefficients` takes: a version of the key, or the coefficients of a period. */
export const putCoefficientsBodySchema = apiComponent(
  "PutCoefficients",
  z
    .union([
      z
        .object({
          kind: z.enum(KINDS),
          from: apiDaySchema.describe("Premier jour où la clé vaut."),
          decimals: z.number().int().min(0).max(4).default(2).describe("Précision : décimales des pourcentages."),
          reason: z.string().trim().max(500).nullable().default(null).describe("Pourquoi cette version."),
          ppm: z
            .record(prmSchema, ppmSchema)
            .default({})
            .describe("Clé statique : part de chaque consommateur par PRM ; une part absente vaut 0."),
        })
        .describe("Une version de la clé, en brouillon : elle est annoncée puis envoyée à l’écran."),
      z
        .discriminatedUnion("kind", [
          z.object({
            kind: z.literal("dynamic_simple"),
            periodFrom: apiDaySchema.describe("Premier jour de la période de calcul."),
            ppm: consumersSchema,
          }),
          z.object({
            kind: z.literal("dynamic_full"),
            periodFrom: apiDaySchema.describe("Premier jour de la période de calcul."),
            ppm: z.record(prmSchema, consumersSchema).describe("Par PRM producteur."),
          }),
        ])
        .describe("Les coefficients d’une période, en brouillon, pour une transmission par l’interface (annexe 5)."),
    ])
    .describe("Une version de la clé (from), ou les coefficients dynamiques d’une période (periodFrom)."),
);

const versionSchema = apiComponent(
  "CoefficientVersion",
  z.object({
    id: z.uuid(),
    version: z.number().int().describe("Numéro, à partir de 1."),
    kind: z.enum(KINDS),
    state: z
      .enum(["draft", "announced", "sent", "in_force", "superseded", "given_up"])
      .describe("Brouillon, annoncée aux participants, envoyée, en vigueur aujourd’hui, remplacée, abandonnée."),
    from: z.iso.date(),
    toExclusive: z.iso.date().nullable(),
    decimals: z.number().int().describe("Précision : décimales des pourcentages."),
    reason: z.string().nullable(),
    sentDay: z.iso.date().nullable().describe("Jour de l’envoi au gestionnaire."),
    ppm: z.record(prmSchema, ppmSchema).nullable().describe("Clé statique : part de chaque consommateur ; null sinon."),
  }),
);

const deliverySchema = apiComponent(
  "CoefficientDelivery",
  z.object({
    id: z.uuid(),
    source: z
      .enum(["organiser", "operator"])
      .describe("organiser : notifiée par l’organisateur ; operator : déclarée appliquée par le gestionnaire."),
    kind: z.enum(["dynamic_simple", "dynamic_full"]),
    channel: z.enum(["file", "api"]),
    period: z.object({ from: z.iso.date(), toExclusive: z.iso.date() }),
    version: z.number().int(),
    state: z.enum(["draft", "sent", "accepted", "refused", "given_up"]),
    stepMinutes: z.number().int(),
    sentDay: z.iso.date().nullable(),
    answeredDay: z.iso.date().nullable(),
    problemCount: z.number().int().describe("Écarts à l’annexe 5."),
  }),
);

export const coefficientListSchema = apiComponent(
  "CoefficientList",
  z.object({
    versions: z.array(versionSchema).describe("Les versions de la clé, la dernière d’abord."),
    deliveries: z.array(deliverySchema).describe("Les clés du mois, la dernière période d’abord."),
  }),
);
export type CoefficientList = z.output<typeof coefficientListSchema>;

export const putVersionAnswerSchema = apiComponent("CoefficientVersionAnswer", z.object({ version: versionSchema }));
export const putDeliveryAnswerSchema = apiComponent(
  "CoefficientDeliveryAnswer",
  z.object({ delivery: deliverySchema }),
);

const stepCountsSchema = z
  .object({
    waiting: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
  })
  .describe("Pas transmis par l’interface, par réponse du gestionnaire.");

export const deliveryCoefficientsSchema = apiComponent(
  "DeliveryCoefficients",
  z.object({
    delivery: deliverySchema,
    steps: stepCountsSchema,
    coefficients: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("dynamic_simple"), ppm: consumersSchema }),
      z.object({ kind: z.literal("dynamic_full"), ppm: z.record(prmSchema, consumersSchema) }),
    ]),
  }),
);
export type DeliveryCoefficients = z.output<typeof deliveryCoefficientsSchema>;

export const sendDeliveryBodySchema = z.object({
  day: apiDaySchema.describe("Jour où la clé est notifiée au gestionnaire ; pas après aujourd’hui."),
});

const OUTCOMES = ["waiting", "accepted", "rejected"] as const;

export const deliveryStepsQuerySchema = z.object({
  outcome: z.enum(OUTCOMES).optional().describe("Seulement les pas dans cet état."),
  after: z.uuid().optional().describe("Identifiant du dernier pas de la page d’avant."),
});

const deliveryStepSchema = apiComponent(
  "DeliveryStep",
  z.object({
    id: z.uuid(),
    start: z.iso.datetime().describe("Début du pas, en temps universel."),
    producerPrm: prmSchema.nullable().describe("Full dynamique : le producteur ; null : tous."),
    ppm: z.record(prmSchema, ppmSchema).describe("Coefficient de chaque consommateur."),
    outcome: z.enum(OUTCOMES).describe("waiting : à transmettre."),
    rejection: z.string().nullable().describe("Ce que le gestionnaire dit d’un rejet."),
    queuedAt: z.iso.datetime(),
    answeredAt: z.iso.datetime().nullable(),
  }),
);
export type DeliveryStep = z.output<typeof deliveryStepSchema>;

export const deliveryStepsSchema = apiComponent(
  "DeliverySteps",
  z.object({
    steps: z.array(deliveryStepSchema).describe("500 au plus."),
    nextAfter: z.uuid().nullable().describe("À redemander dans after ; null quand tout est là."),
  }),
);

export const stepAnswersBodySchema = z.object({
  answers: z
    .array(
      z.object({
        id: z.uuid(),
        outcome: z.enum(["accepted", "rejected"]),
        rejection: z.string().trim().max(2_000).nullable().default(null),
      }),
    )
    .min(1)
    .max(5_000)
    .describe("Réponses du gestionnaire, pas par pas."),
});

export const stepAnswersSchema = apiComponent(
  "StepAnswers",
  z.object({ answeredCount: z.number().int().describe("Pas qui attendaient et ont leur réponse.") }),
);
