import * as z from "zod";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { parseTariffPeriod } from "@/lib/domain/tariffs/parse-tariff-period";
import type { TariffPeriod } from "@/lib/domain/tariffs/tariff-period";
import { type CivilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { decodeText } from "@/lib/formats/decode-text";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { quote } from "@/lib/formats/quote";

/** An energy of one quantity over the whole period, or over one period of a tariff. */
export type DefinitiveEnergy = {
  readonly quantity: EnergyQuantity;
  /** Which tariff's periods they are, in the interface's own words. */
  readonly calendar: string;
  /** As named; its code where it is known. */
  readonly label: string;
  readonly tariffPeriod: TariffPeriod | null;
  /** Null where the interface says nothing. [Wh] */
  readonly energyWh: number | null;
};

/** What one answer of the DSO's interface holds. */
export type DefinitiveEnergyReading = {
  /** PRM as given; null when the answer could not be read. */
  readonly identifier: string | null;
  /** First day, and the day given as the end: whether that one counts is not documented. Null where nothing says them. */
  readonly from: CivilDate | null;
  readonly end: CivilDate | null;
  readonly energies: readonly DefinitiveEnergy[];
  readonly problems: FileProblems;
};

const ANSWER = z.object({
  cons_id: z.string().optional(),
  prod_id: z.string().optional(),
  startDate: z.string().nullish(),
  endDate: z.string().nullish(),
  unit: z.string(),
  quantities: z.array(
    z.object({
      type: z.string(),
      calendar_type: z.string().default(""),
      quantities: z.array(z.object({ name: z.string(), value: z.union([z.number(), z.string(), z.null()]) })),
    }),
  ),
});
type Answer = z.output<typeof ANSWER>;

const QUANTITIES: Readonly<Record<string, EnergyQuantity>> = {
  cons: "withdrawal",
  prod: "injection",
  autocons: "self_consumed",
  surplus: "surplus",
  complement: "complement",
};
// Of a producer, what the operation consumed of his production: the interface has no other word for it [I].
const PRODUCER_QUANTITIES: Readonly<Record<string, EnergyQuantity>> = { ...QUANTITIES, autocons: "self_produced" };
const DECIMALS_TO_WH: Readonly<Record<string, number>> = { wh: 0, kwh: 3, mwh: 6 };
const NUMBER = /^(\d+)(?:[.,](\d+))?$/;
const NOTHING = { identifier: null, from: null, end: null, energies: [] };

/**
 * Reads what the DSO's interface answers about the definitive energies of a participant.
 *
 * The shape was seen in one third-party client [I]: types cons, prod, autocons, surplus, complement; names P, HPH, HCH,
 * HPB, HCB. Whatever differs is a problem with its path in the JSON; what is right beside it is kept.
 *
 * @param bytes - The body of the answer.
 */
export function readDefinitiveEnergy(bytes: Uint8Array): DefinitiveEnergyReading {
  const log = new ProblemLog();
  const answer = parse(bytes, log);
  if (!answer) return { ...NOTHING, problems: log.problems() };
  const from = readDay(answer.startDate, "startDate", log);
  const end = readDay(answer.endDate, "endDate", log);
  const decimals = DECIMALS_TO_WH[answer.unit.toLowerCase()];
  if (decimals === undefined) {
    log.error(
      "UNIT_UNKNOWN",
      { column: "unit" },
      () => `unit : « ${quote(answer.unit)} » n’est ni Wh, ni kWh, ni MWh.`,
    );
  }
  const energies = decimals === undefined ? [] : listEnergies(answer, decimals, log);
  return { identifier: answer.cons_id ?? answer.prod_id ?? null, from, end, energies, problems: log.problems() };
}

function parse(bytes: Uint8Array, log: ProblemLog): Answer | null {
  let json: unknown;
  try {
    json = JSON.parse(decodeText(bytes));
  } catch {
    log.error("NOT_JSON", {}, () => "La réponse n’est pas du JSON entier. Redemandez-la au gestionnaire de réseau.");
    return null;
  }
  const { data, error } = ANSWER.safeParse(json);
  for (const { path } of error?.issues ?? []) {
    const place = z.core.toDotPath(path);
    log.error(
      "WRONG_SHAPE",
      { column: place },
      () => `${place || "réponse"} : cette partie n’a pas la forme attendue.`,
    );
  }
  return data ?? null;
}

function readDay(text: string | null | undefined, column: string, log: ProblemLog): CivilDate | null {
  if (text === null || text === undefined) return null;
  const day = text.slice(0, 10);
  if (isCivilDate(day)) return day;
  log.error("DATE_UNREADABLE", { column }, () => `${column} : « ${quote(text)} » n’est pas une date AAAA-MM-JJ.`);
  return null;
}

function listEnergies(answer: Answer, decimals: number, log: ProblemLog): readonly DefinitiveEnergy[] {
  const { quantities, cons_id: consumer, prod_id: producer } = answer;
  const meanings = producer !== undefined && consumer === undefined ? PRODUCER_QUANTITIES : QUANTITIES;
  return quantities.flatMap(({ type, calendar_type: calendar, quantities: named }, index) => {
    const quantity = meanings[type.toLowerCase()];
    const path = `quantities[${index}]`;
    if (!quantity) {
      const column = `${path}.type`;
      log.warning("TYPE_UNKNOWN", { column }, () => `${column} : « ${quote(type)} » est inconnu, laissé de côté.`);
      return [];
    }
    return named.map(({ name, value }, place): DefinitiveEnergy => {
      const tariffPeriod = parseTariffPeriod(name);
      const column = `${path}.quantities[${place}].value`;
      const energyWh = readEnergy(value, decimals, column, log);
      return { quantity, calendar, label: tariffPeriod ?? name, tariffPeriod, energyWh };
    });
  });
}

function readEnergy(value: string | number | null, decimals: number, column: string, log: ProblemLog): number | null {
  if (value === null || value === "") return null;
  const match = NUMBER.exec(String(value).trim());
  if (!match) {
    log.error("VALUE_UNREADABLE", { column }, () => `${column} : « ${quote(String(value))} » n’est pas une énergie.`);
    return null;
  }
  const [, whole = "", fraction = ""] = match;
  // The point moves in the text: a product would add the dust of binary fractions.
  const digits = fraction.padEnd(decimals, "0");
  return Number(`${whole}${digits.slice(0, decimals)}.${digits.slice(decimals) || "0"}`);
}
