import type { ProblemLog } from "@/lib/formats/problem-log";
import { quote } from "@/lib/formats/quote";
import type { DelimitedLine } from "./delimited-lines";
import { KWH_MESSAGES } from "./kwh-messages";
import * as messages from "./quantity-messages";
import { readKwh } from "./read-kwh";

/**
 * Reads the energy of a line of text.
 *
 * @param cells - Those of the line from the energy on: what follows it must be empty.
 * @returns Null when the cell is empty; undefined, and the reason in the log, when it cannot be read. [Wh]
 */
export function readQuantityCell(
  { number: line }: DelimitedLine,
  cells: readonly string[],
  log: ProblemLog,
): number | null | undefined {
  const place = { line, column: "quantité" };
  const [text = "", ...others] = cells;
  const other = others.find((cell) => cell !== "");
  if (other !== undefined) {
    log.error("TOO_MANY_VALUES", place, () => messages.cellsTooMany(line, other));
    return;
  }
  if (text === "") {
    log.warning("VALUE_MISSING", place, () => messages.valueMissing(line));
    return null;
  }
  const reading = readKwh(text);
  if (!("error" in reading)) return reading.energyWh;
  log.error(reading.error, place, () => messages.value(line, KWH_MESSAGES[reading.error](quote(text))));
  return;
}
