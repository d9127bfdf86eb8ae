import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { ProblemLog } from "@/lib/formats/problem-log";
import type { R63Document } from "./open-r63-document";
import { quoteJson } from "./quote-json";
import * as messages from "./r63-messages";

/** A curve of an R63 file whose points are not looked at yet. */
export type R63Curve = {
  readonly identifier: string;
  readonly quantity: EnergyQuantity | null;
  readonly wattsPerUnit: number;
  /** Where in the file: `mesures[0].grandeur[1]`. */
  readonly path: string;
  readonly points: readonly unknown[];
};

type JsonObject = Readonly<Record<string, unknown>>;

const WATTS_PER_UNIT: ReadonlyMap<unknown, number> = new Map([
  ["W", 1],
  ["kW", 1000],
]);

/**
 * Finds the curves of active power in an R63 file, measure after measure.
 *
 * What has another shape is an error with its path and hides nothing else. Other
 * quantities (reactive power, voltage) come beside the active one: set aside, and said.
 *
 * @throws {SyntaxError} where the file is no JSON.
 */
export function* listR63Curves({ path, measures }: R63Document, log: ProblemLog): Generator<R63Curve> {
  if (!measures) {
    log.error("NOT_R63", {}, messages.notR63);
    return;
  }
  let index = 0;
  for (const measure of measures) {
    yield* listOfMeasure(measure, path === null ? "" : `${path}[${index}]`, log);
    index += 1;
  }
}

function listOfMeasure(measure: unknown, path: string, log: ProblemLog): readonly R63Curve[] {
  if (!isObject(measure)) {
    tellShape(path, "un objet", log);
    return [];
  }
  const prefix = path === "" ? "" : `${path}.`;
  const { idPrm, grandeur } = measure;
  if (typeof idPrm !== "string" || idPrm.trim() === "") tellShape(`${prefix}idPrm`, "un PRM, entre guillemets,", log);
  else if (!Array.isArray(grandeur)) tellShape(`${prefix}grandeur`, "une liste", log);
  else {
    return grandeur.flatMap((each: unknown, index) => {
      const curve = readCurve(each, idPrm.trim(), `${prefix}grandeur[${index}]`, log);
      return curve ?? [];
    });
  }
  return [];
}

function readCurve(value: unknown, identifier: string, path: string, log: ProblemLog): R63Curve | null {
  if (!isObject(value)) {
    tellShape(path, "un objet", log);
    return null;
  }
  const { grandeurPhysique, unite, points } = value;
  const wattsPerUnit = WATTS_PER_UNIT.get(unite);
  if (typeof grandeurPhysique !== "string") tellShape(`${path}.grandeurPhysique`, "une grandeur (PA)", log);
  else if (grandeurPhysique !== "PA") {
    const place = { column: `${path}.grandeurPhysique` };
    log.warning("QUANTITY_SET_ASIDE", place, () => messages.notActivePower(place.column, grandeurPhysique));
  } else if (wattsPerUnit === undefined) {
    const place = { column: `${path}.unite` };
    log.error("UNIT_UNKNOWN", place, () => messages.unitUnknown(place.column, quoteJson(unite)));
  } else if (!Array.isArray(points)) tellShape(`${path}.points`, "une liste", log);
  else return { identifier, quantity: readQuantity(value, path, log), wattsPerUnit, path, points };
  return null;
}

function readQuantity({ grandeurMetier }: JsonObject, path: string, log: ProblemLog): EnergyQuantity | null {
  if (grandeurMetier === "CONS") return "withdrawal";
  if (grandeurMetier === "PROD") return "injection";
  const place = { column: `${path}.grandeurMetier` };
  log.warning("QUANTITY_UNKNOWN", place, () => messages.quantityUnknown(place.column, quoteJson(grandeurMetier)));
  return null;
}

function tellShape(path: string, expected: string, log: ProblemLog): void {
  log.error("WRONG_SHAPE", { column: path }, () => messages.wrongShape(path, expected));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
