import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { type CivilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { VALUES_PER_HOUR } from "@/lib/formats/curve/hourly-curve";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./sge-history-messages";

/** The first line of an SGE history, in its order. */
export const SGE_HISTORY_HEADERS = [
  "Identifiant PRM",
  "Type de donnees",
  "Date de debut",
  "Date de fin",
  "Grandeur physique",
  "Grandeur metier",
  "Etape metier",
  "Unite",
  "Pas en minutes",
] as const;

type HeaderName = (typeof SGE_HISTORY_HEADERS)[number];

/** What the first two lines of an SGE history say. */
export type SgeHistoryHeader = {
  /** Line of the values. */
  readonly line: number;
  readonly identifier: string;
  readonly quantity: EnergyQuantity | null;
  readonly wattsPerUnit: number;
  /** [min] */
  readonly stepHintMinutes: number | null;
  /** "Date de debut" and "Date de fin", where both are dates. */
  readonly dates: { readonly from: CivilDate; readonly to: CivilDate } | null;
};

/** Whether a line is the first one of an SGE history. */
export function isSgeHistoryHeader(cells: readonly string[]): boolean {
  return plain(cells[0] ?? "") === plain(SGE_HISTORY_HEADERS[0]);
}

/**
 * Reads the values under the headers, found by name: their order may change.
 *
 * @param line - Line of the values.
 * @returns Null when the file holds no curve of active power in W or kW; the log says why.
 */
export function readSgeHistoryHeader(
  headers: readonly string[],
  values: readonly string[],
  line: number,
  log: ProblemLog,
): SgeHistoryHeader | null {
  const cell = (name: HeaderName): Cell => {
    const index = headers.findIndex((header) => plain(header) === plain(name));
    return { text: values[index] ?? "", place: { line, column: name } };
  };
  const identifier = cell("Identifiant PRM");
  const type = cell("Type de donnees");
  const physical = cell("Grandeur physique");
  const unit = cell("Unite");
  const wattsPerUnit = WATTS_PER_UNIT.get(plain(unit.text));

  if (identifier.text === "") log.error("NO_IDENTIFIER", identifier.place, () => messages.noIdentifier(line));
  else if (!/courbe|^cdc/.test(plain(type.text))) {
    log.error("NOT_A_LOAD_CURVE", type.place, () => messages.notALoadCurve(line, type.text));
  } else if (!isActivePower(physical.text)) {
    log.error("QUANTITY_NOT_READ", physical.place, () => messages.notActivePower(line, physical.text));
  } else if (wattsPerUnit === undefined) {
    log.error("UNIT_UNKNOWN", unit.place, () => messages.unitUnknown(line, unit.text));
  } else {
    return {
      line,
      identifier: identifier.text,
      quantity: readQuantity(cell("Grandeur metier"), log),
      wattsPerUnit,
      stepHintMinutes: readStepHint(cell("Pas en minutes"), log),
      dates: readDates(cell("Date de debut").text, cell("Date de fin").text),
    };
  }
  return null;
}

const WATTS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ["w", 1],
  ["kw", 1000],
]);

type Cell = { readonly text: string; readonly place: { readonly line: number; readonly column: HeaderName } };

// "Energie active" with watts is what SGE prints.
function isActivePower(text: string): boolean {
  const name = plain(text);
  return name === "pa" || name === "ea" || (name.includes("active") && !name.includes("reactive"));
}

function readQuantity({ text, place }: Cell, log: ProblemLog): EnergyQuantity | null {
  const name = plain(text);
  if (/^(cons|soutir)/.test(name)) return "withdrawal";
  if (/^(prod|inject)/.test(name)) return "injection";
  log.warning("QUANTITY_UNKNOWN", place, () => messages.quantityUnknown(place.line, text));
  return null;
}

// Often empty; the stamps say more.
function readStepHint({ text, place }: Cell, log: ProblemLog): number | null {
  if (text === "") return null;
  const minutes = Number(text);
  if (VALUES_PER_HOUR.includes(60 / minutes)) return minutes;
  log.warning("STEP_HINT_IGNORED", place, () => messages.stepHintIgnored(place.line, text));
  return null;
}

function readDates(from: string, to: string): SgeHistoryHeader["dates"] {
  const dates = { from: readDay(from), to: readDay(to) };
  return dates.from && dates.to ? { from: dates.from, to: dates.to } : null;
}

function readDay(text: string): CivilDate | null {
  const iso = text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1");
  return isCivilDate(iso) ? iso : null;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase();
}
