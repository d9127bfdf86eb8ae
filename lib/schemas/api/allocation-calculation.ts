import * as z from "zod";
import { apiComponent } from "./api-component";

const idSchema = z
  .string()
  .min(1)
  .max(100)
  // The one name JavaScript objects do not keep as their own: its coefficients would be lost without a word.
  .refine((id) => id !== "__proto__", "Identifiant réservé")
  .describe("Identifiant libre, unique dans sa liste.");

// Signs, lengths and sums are rules of the domain, answered 422; here only the shape counts.
const energiesSchema = z
  .array(z.number().meta({ minimum: 0 }).nullable())
  .describe("Énergie de chaque pas, en Wh, positive ou nulle ; null : manquante, jamais 0.");

const ppmSchema = z.number().meta({
  type: "integer",
  minimum: 0,
  maximum: 1_000_000,
  description: "Part de la production, en millionièmes : entier de 0 à 1 000 000.",
});
const ppmPerStepSchema = z.array(ppmSchema).describe("Une part par pas.");

const coefficientsSchema = apiComponent(
  "CalculationCoefficients",
  z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("default") }).describe("Au prorata du soutirage, à chaque pas."),
      z
        .object({ kind: z.literal("static"), ppm: z.record(z.string(), ppmSchema) })
        .describe("Une part fixe par consommateur."),
      z
        .object({ kind: z.literal("dynamic_simple"), ppm: z.record(z.string(), ppmPerStepSchema) })
        .describe("Une part par consommateur et par pas."),
      z
        .object({
          kind: z.literal("dynamic_full"),
          ppm: z.record(z.string(), z.record(z.string(), ppmPerStepSchema)),
        })
        .describe("Une part par producteur, par consommateur et par pas."),
    ])
    .describe("Clé de répartition. Une part absente vaut 0."),
);

/** What the stateless calculator takes. */
export const allocationCalculationSchema = apiComponent(
  "AllocationCalculation",
  z.object({
    start: z.iso.datetime({ offset: true }).describe("Début du premier pas : instant ISO 8601 avec son décalage."),
    stepMinutes: z
      .number()
      .meta({ type: "integer", minimum: 1, maximum: 60, examples: [30] })
      .describe("Durée d’un pas, un diviseur de 60, en minutes."),
    producers: z.array(z.object({ id: idSchema, energyWh: energiesSchema })),
    consumers: z.array(z.object({ id: idSchema, energyWh: energiesSchema })),
    coefficients: coefficientsSchema,
  }),
);

export type AllocationCalculation = z.output<typeof allocationCalculationSchema>;

const resultsSchema = (description: string) =>
  z.array(z.number().nullable()).describe(`${description}, en Wh par pas ; null : manquant.`);
const totalSchema = (description: string) =>
  z.number().nullable().describe(`${description}, en Wh ; null dès qu’un pas manque.`);
const rateSchema = (description: string) => z.number().nullable().describe(`${description} ; null si indéfini.`);

/** What it answers. */
export const allocationResultSchema = apiComponent(
  "AllocationResult",
  z.object({
    consumers: z.array(
      z.object({
        id: z.string(),
        allocatedWh: resultsSchema("Part provisoire, Σ P_ij"),
        selfConsumedWh: resultsSchema("Autoconsommé, Σ P_ij*"),
        complementWh: resultsSchema("Complément"),
      }),
    ),
    producers: z.array(
      z.object({ id: z.string(), selfProducedWh: resultsSchema("Autoproduit"), surplusWh: resultsSchema("Surplus") }),
    ),
    pairs: z
      .array(z.object({ producer: z.string(), consumer: z.string(), energyWh: totalSchema("Énergie partagée") }))
      .describe("Ce que chaque producteur donne à chaque consommateur, tous pas confondus."),
    indicators: z.object({
      productionWh: totalSchema("Production"),
      withdrawalWh: totalSchema("Soutirage"),
      selfConsumedWh: totalSchema("Autoconsommé"),
      surplusWh: totalSchema("Surplus"),
      selfConsumptionRate: rateSchema("Autoconsommé / production"),
      selfProductionRate: rateSchema("Autoconsommé / soutirage"),
      coverageRate: rateSchema("Production / soutirage"),
    }),
  }),
);
