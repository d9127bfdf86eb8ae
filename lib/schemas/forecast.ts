import * as z from "zod";
import { parseNumber } from "@/lib/format/parse-number";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";
import { requiredText } from "./operation-fields";

const MAX_TABLE = 5_000; // characters: twelve lines
const WH_PER_KWH = 1000;
const MOST_KWH = 1e9; // 1 TWh

const confirmedSchema = z
  .literal("1")
  .optional()
  .transform((value) => value === "1");

const sourceSchema = requiredText("Dites d’où vient cette prévision, par exemple « Étude de faisabilité, 2025 ».");

const common = { operation: operationAddressSchema, from: daySchema, source: sourceSchema, confirmed: confirmedSchema };

/** Twelve lines pasted from a spreadsheet; what they say is read by parsePastedForecast. */
export const forecastTableFormSchema = z.object({
  ...common,
  table: z
    .string()
    .max(MAX_TABLE, "Ce tableau est trop long : collez douze lignes.")
    .refine((text) => text.trim() !== "", "Collez douze lignes, une par mois."),
});

const yearKwh = z.string().transform((text, context): number | null => {
  if (text.trim() === "") return null;
  const kwh = parseNumber(text);
  if (kwh !== null && kwh >= 0 && kwh <= MOST_KWH) return Math.round(kwh * WH_PER_KWH);
  context.addIssue({ code: "custom", message: "Écrivez une énergie en kWh, par exemple 68 600." });
  return z.NEVER;
});

/** A share as typed in percent; empty: null. [0 to 1] */
const rate = z.string().transform((text, context): number | null => {
  if (text.trim() === "") return null;
  const percent = parseNumber(text.replace("%", ""));
  if (percent !== null && percent >= 0 && percent <= 100) return percent / 100;
  context.addIssue({ code: "custom", message: "Écrivez un taux de 0 à 100, par exemple 65." });
  return z.NEVER;
});

/** The totals of a year, to be spread over its months. */
export const forecastYearFormSchema = z
  .object({
    ...common,
    production: yearKwh,
    productionShape: z.enum(["solar_roof", "even"]),
    withdrawal: yearKwh,
    withdrawalShape: z.enum(["public_building", "dwelling", "even"]),
    rate,
  })
  .superRefine(({ production, withdrawal, rate: share }, context) => {
    if (production === null && withdrawal === null) {
      context.addIssue({ code: "custom", path: ["production"], message: "Donnez au moins un total." });
    }
    if (share !== null && production === null) {
      context.addIssue({ code: "custom", path: ["rate"], message: "Ce taux porte sur la production : donnez-la." });
    }
  });

/** Which forecast is taken back. */
export const forecastWithdrawalSchema = z.object({ operation: operationAddressSchema, from: daySchema });
