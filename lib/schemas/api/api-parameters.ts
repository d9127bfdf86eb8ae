import * as z from "zod";
import { isCivilDate } from "@/lib/domain/time/civil-date";
import { IMPLAUSIBLE_YEAR, isPlausibleYear } from "@/lib/schemas/day";

export const apiDaySchema = z
  .string("Date attendue, par exemple 2026-04-01")
  .refine(isCivilDate, "Date attendue, par exemple 2026-04-01")
  .refine(isPlausibleYear, IMPLAUSIBLE_YEAR)
  .meta({ format: "date", examples: ["2026-04-01"] });

export const prmSchema = z
  .string()
  .regex(/^(\d{14}|E\d{13})$/, "Un PRM a 14 chiffres")
  .meta({
    description:
      "Numéro de point référence mesure, 14 chiffres ; E et 13 chiffres quand les données du participant ont été effacées.",
    examples: ["30001234567890"],
  });

export const runSeriesQuerySchema = z
  .object({
    day: apiDaySchema.optional().describe("Un jour de la période : la courbe de l’opération et celle de chaque PRM."),
    prm: prmSchema.optional().describe("Un PRM : sa courbe sur toute la période, ou sur le jour demandé."),
    format: z
      .enum(["json", "csv"])
      .optional()
      .describe("Format de la réponse ; l’emporte sur l’en-tête Accept. JSON par défaut."),
  })
  .refine(
    ({ day, prm }) => day !== undefined || prm !== undefined,
    "Demandez un jour (day), un PRM (prm), ou les deux",
  );

export const settlePeriodBodySchema = z.object({
  from: apiDaySchema.describe("Premier jour de la période de calcul."),
});
