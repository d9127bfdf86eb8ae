import * as z from "zod";
import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { parseCentsPerKwh } from "@/lib/domain/tariffs/parse-cents-per-kwh";
import { parsePeriodPrices } from "@/lib/domain/tariffs/parse-period-prices";
import { EXCISE_CATEGORIES, NETWORK_FORMULAS, NETWORK_OPTIONS } from "@/lib/domain/tariffs/price-choices";
import { PRICE_KINDS, type PriceKind, type PriceValues } from "@/lib/domain/tariffs/price-entry";
import { parseDecimal } from "@/lib/format/parse-decimal";
import { operationAddressSchema } from "./operation";
import { startDaySchema } from "./operation-fields";

const PRICE = "Un prix en c€/kWh, par exemple « 20,5 ».";
const PRICES = "Un prix en c€/kWh, ou un par poste : « 20,5 », « HP 21,5 ; HC 16,2 ».";
const PERCENT = "Un pourcentage, par exemple « 20 ».";
const EUROS = "Un montant en euros, par exemple « 1,50 »; 0 s’il n’y en a pas.";

/** A price of all hours, or one for each tariff period, as typed. */
export const periodPricesSchema = z.string().refine((text) => parsePeriodPrices(text) !== null, PRICES);
/** A price as typed. */
export const centsPerKwhSchema = z.string().refine((text) => parseCentsPerKwh(text) !== null, PRICE);
/** A rate as typed. */
export const percentSchema = z.string().refine((text) => parsePercent(text) !== null, PERCENT);
/** An amount in euros as typed. */
export const eurosSchema = z.string().refine((text) => parseEuros(text) !== null, EUROS);
/** Where a figure comes from. */
export const priceSourceSchema = z
  .string()
  .trim()
  .min(1, "Dites d’où vient ce prix : contrat, délibération, facture.")
  .max(300, "300 caractères au plus");

const text = z.string().optional().default("");

/** One price as a form sends it: each kind reads its own fields. */
export const priceFormSchema = z
  .object({
    operation: operationAddressSchema,
    kind: z.enum(PRICE_KINDS, "Choisissez ce qui a ce prix."),
    from: startDaySchema,
    source: priceSourceSchema,
    /** Empty, `prm:` and a PRM, `participant:` and an id. */
    subject: text,
    producerPrm: text,
    code: text,
    ...{
      price: text,
      prices: text,
      vatSupply: text,
      vatInternal: text,
      vatFee: text,
      feeEnergy: text,
      feePeriod: text,
    },
    ...{ formula: text, option: text, excise: text, included: text, single: text },
  })
  .transform((form, context) => {
    const read = READERS[form.kind];
    const values: Record<string, number | string> = {};
    for (const [field, reader] of Object.entries(read)) {
      const { value, message } = reader(form[field as keyof typeof form] ?? "");
      if (value === null) context.addIssue({ code: "custom", path: [field], message });
      else Object.assign(values, value);
    }
    const [who, id = ""] = form.subject.split(":");
    const prm = who === "prm" ? (parsePrm(id)?.prm ?? null) : null;
    if (form.kind === "internal" && prm && form.producerPrm === "") {
      context.addIssue({ code: "custom", path: ["producerPrm"], message: "Choisissez le producteur de cette paire." });
    }
    return {
      operation: form.operation,
      price: {
        ...{ kind: form.kind, from: form.from, source: form.source, values, prm },
        producerPrm: form.kind === "internal" && prm ? form.producerPrm : null,
        participantId: who === "participant" ? id : null,
        code: HAS_CODE.has(form.kind) ? form.code || null : null,
      },
    };
  });

type Reader = (text: string) => { readonly value: PriceValues | null; readonly message: string };

const one =
  (name: string, parse: (text: string) => number | null, message: string): Reader =>
  (typed) => {
    const value = parse(typed);
    return { value: value === null ? null : { [name]: value }, message };
  };
const chosen =
  (name: string, choices: readonly string[]): Reader =>
  (value) => ({ value: choices.includes(value) ? { [name]: value } : null, message: "Choisissez." });
const flag = (name: string) => one(name, (value) => (value === "1" ? 1 : value === "0" ? 0 : null), "Choisissez.");

const SINGLE = { price: one("BASE", parseCentsPerKwh, PRICE) };
const BY_PERIOD: Readonly<Record<string, Reader>> = {
  prices: (typed) => ({ value: parsePeriodPrices(typed), message: PRICES }),
};

const READERS: Readonly<Record<PriceKind, Readonly<Record<string, Reader>>>> = {
  supply: BY_PERIOD,
  internal: SINGLE,
  resale: SINGLE,
  network_ordinary: BY_PERIOD,
  network_shared: BY_PERIOD,
  network_complement: BY_PERIOD,
  excise: SINGLE,
  excise_shared: SINGLE,
  vat: {
    vatSupply: one("supply", parsePercent, PERCENT),
    vatInternal: one("internal", parsePercent, PERCENT),
    vatFee: one("fee", parsePercent, PERCENT),
  },
  fee: { feeEnergy: one("energy", parseCentsPerKwh, PRICE), feePeriod: one("period", parseEuros, EUROS) },
  contract: {
    formula: chosen("formula", NETWORK_FORMULAS),
    option: chosen("option", NETWORK_OPTIONS),
    excise: chosen("excise", EXCISE_CATEGORIES),
  },
  vat_choice: { included: flag("included") },
  substation: { single: flag("single") },
};

const HAS_CODE: ReadonlySet<PriceKind> = new Set([
  "network_ordinary",
  "network_shared",
  "network_complement",
  "excise",
  "excise_shared",
]);

/** [ppm] */
function parsePercent(typed: string): number | null {
  const percent = parseDecimal(typed.replace(/\s*%\s*$/, ""));
  return percent === null || percent < 0 || percent > 100 ? null : Math.round(percent * 10_000);
}

/** [1e-5 €] */
function parseEuros(typed: string): number | null {
  const euros = parseDecimal(typed.replace(/\s*€\s*$/, ""));
  return euros === null || euros < 0 || euros > 10_000 ? null : Math.round(euros * 1e5);
}

/** Which price is taken back. */
export const priceWithdrawalSchema = z.object({ operation: operationAddressSchema, id: z.uuid() });

const MAX_TABLE = 1_000_000; // characters: some ten thousand lines

/** A table of prices, pasted or as a file. */
export const priceTableFormSchema = z
  .object({
    operation: operationAddressSchema,
    from: startDaySchema,
    source: priceSourceSchema,
    table: z.string().max(MAX_TABLE, "Ce tableau est trop long : collez-le en plusieurs fois."),
    file: z
      .instanceof(File)
      .refine(({ size }) => size <= MAX_TABLE, "Ce fichier est trop volumineux.")
      .optional(),
    confirmed: z
      .literal("1")
      .optional()
      .transform((value) => value === "1"),
  })
  .superRefine(({ table, file }, context) => {
    if (table.trim() !== "" || (file && file.size > 0)) return;
    context.addIssue({ code: "custom", path: ["table"], message: "Collez un tableau, ou choisissez un fichier." });
  });
