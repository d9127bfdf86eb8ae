import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";

const QUANTITIES = ["withdrawal", "injection", "self_consumed", "self_produced", "surplus", "complement"] as const;
const STEPS = ["5", "10", "15", "30", "60", "1440"] as const;

export const measuredSeriesQuerySchema = z
  .object({
    quantity: z
      .enum(QUANTITIES)
      .describe("Grandeur : withdrawal, injection, ou ce que le gestionnaire de réseau a calculé (les quatre autres)."),
    from: apiDaySchema.describe("Premier jour, à Paris."),
    to: apiDaySchema.describe("Premier jour qui n’est plus demandé."),
    step: z
      .enum(STEPS)
      .optional()
      .describe("Pas en minutes, 1440 pour le jour entier ; celui de l’opération par défaut."),
    format: z
      .enum(["json", "csv"])
      .optional()
      .describe("Format de la réponse ; l’emporte sur l’en-tête Accept. JSON par défaut."),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "Le jour de fin suit le jour de début" });

export const measuredSeriesSchema = apiComponent(
  "MeasuredSeries",
  z.object({
    series: z.object({
      prm: prmSchema,
      quantity: z.enum(QUANTITIES).describe("Grandeur."),
      start: z.iso.datetime().describe("Début du premier pas, en temps universel."),
      stepMinutes: z
        .number()
        .int()
        .describe("Durée d’un pas, en minutes ; 1440 : le jour de Paris, de 23 à 25 heures."),
      stepCount: z.number().int().describe("Nombre de pas."),
      energyWh: z.array(z.number().nullable()).describe("Énergie de chaque pas, en Wh ; null quand elle manque."),
      missingCount: z.number().int().describe("Pas sans valeur."),
      nextFrom: z.iso
        .date()
        .nullable()
        .describe("Premier jour de la suite, à redemander ; null quand tout est là. L’en-tête Link la donne aussi."),
    }),
  }),
);
