import * as z from "zod";
import { parseClockRanges } from "@/lib/domain/tariffs/parse-clock-ranges";
import { parseSeasonMonths } from "@/lib/domain/tariffs/parse-season-months";
import type { ClockRange, TariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { typedPrmSchema } from "./metering-point";
import { operationAddressSchema } from "./operation";
import { startDaySchema } from "./operation-fields";

const HOURS = "Écrivez des plages, par exemple « 22h30-6h30 » ou « 1h38-7h08, 12h38-15h08 ».";
const MONTHS = "Écrivez des mois, par exemple « novembre à mars ».";

/** Off-peak hours as typed; empty: none. */
export const clockRangesSchema = z.string().transform((text, context): readonly ClockRange[] => {
  if (text.trim() === "") return [];
  const ranges = parseClockRanges(text);
  if (ranges) return ranges;
  context.addIssue({ code: "custom", message: HOURS });
  return z.NEVER;
});

/** Months as typed; empty: null. */
export const seasonMonthsSchema = z.string().transform((text, context): readonly number[] | null => {
  if (text.trim() === "") return null;
  const months = parseSeasonMonths(text);
  if (months) return months;
  context.addIssue({ code: "custom", message: MONTHS });
  return z.NEVER;
});

const confirmedSchema = z
  .literal("1")
  .optional()
  .transform((value) => value === "1");

/** The off-peak hours of one metering point, as a form sends them. */
export const tariffScheduleFormSchema = z
  .object({
    operation: operationAddressSchema,
    prm: typedPrmSchema,
    from: startDaySchema,
    structure: z.enum(["base", "peak_off_peak", "four_periods"], "Choisissez le tarif."),
    offPeak: clockRangesSchema,
    lowSeasonOffPeak: clockRangesSchema,
    highSeasonMonths: seasonMonthsSchema,
    confirmed: confirmedSchema,
  })
  .superRefine(({ structure, offPeak, lowSeasonOffPeak, highSeasonMonths }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (structure !== "base" && offPeak.length === 0) refuse("offPeak", "Donnez les heures creuses de ce tarif.");
    if (structure !== "base") return;
    if (offPeak.length > 0) refuse("offPeak", "Un tarif Base n’a pas d’heures creuses : videz ce champ.");
    if (lowSeasonOffPeak.length > 0) refuse("lowSeasonOffPeak", "Un tarif Base n’en a pas : videz ce champ.");
    if (highSeasonMonths) refuse("highSeasonMonths", "Un tarif Base n’a pas de saison : videz ce champ.");
  })
  .transform(({ operation, prm, from, confirmed, ...fields }) => {
    const schedule: TariffSchedule = {
      ...fields,
      lowSeasonOffPeak: fields.lowSeasonOffPeak.length > 0 ? fields.lowSeasonOffPeak : null,
    };
    return { operation, prm, isConfirmed: confirmed, schedule: { prm, from, ...schedule } };
  });

/** Which off-peak hours are taken back. */
export const tariffWithdrawalSchema = z.object({
  operation: operationAddressSchema,
  prm: typedPrmSchema,
  from: startDaySchema,
});

/** The high season of the operation, as a form sends it. */
export const tariffSeasonFormSchema = z.object({
  operation: operationAddressSchema,
  from: startDaySchema,
  highSeasonMonths: seasonMonthsSchema.transform((months, context) => {
    if (months) return months;
    context.addIssue({ code: "custom", message: MONTHS });
    return z.NEVER;
  }),
});

const MAX_TABLE = 1_000_000; // characters: some ten thousand lines

/** A table of off-peak hours, pasted or as a file. */
export const tariffTableFormSchema = z
  .object({
    operation: operationAddressSchema,
    from: startDaySchema,
    table: z.string().max(MAX_TABLE, "Ce tableau est trop long : collez-le en plusieurs fois."),
    file: z
      .instanceof(File)
      .refine(({ size }) => size <= MAX_TABLE, "Ce fichier est trop volumineux.")
      .optional(),
    confirmed: confirmedSchema,
  })
  .superRefine(({ table, file }, context) => {
    if (table.trim() !== "" || (file && file.size > 0)) return;
    context.addIssue({ code: "custom", path: ["table"], message: "Collez un tableau, ou choisissez un fichier." });
  });
