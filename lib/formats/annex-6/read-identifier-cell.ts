import {
  classifyMeasureIdentifier,
  type MeasureIdentifier,
} from "@/lib/domain/identifiers/classify-measure-identifier";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./identifier-messages";

/**
 * Reads the identifier of a point in a line of text.
 *
 * A 13-digit one lost its zero and a 10-digit one is an injection contract [I]; another text is kept as
 * unknown, for the user to say what it is.
 *
 * @returns Null, and the reason in the log, when it cannot be a point.
 */
export function readIdentifierCell(
  cell: string,
  place: { readonly line: number; readonly column: string },
  log: ProblemLog,
): MeasureIdentifier | null {
  const { line } = place;
  const text = cell.replace(/^'/, "").replace(/\s/g, "");
  if (text === "") {
    log.error("IDENTIFIER_EMPTY", place, () => messages.identifierEmpty(line));
    return null;
  }
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) {
    log.error("SCIENTIFIC_NOTATION", place, () => messages.identifierScientific(line, text));
    return null;
  }
  const identifier = classifyMeasureIdentifier(text);
  switch (identifier.kind) {
    case "operation":
      log.error("IDENTIFIER_OPERATION", place, () => messages.identifierOperation(line, text));
      return null;
    case "unknown":
      log.warning("IDENTIFIER_UNKNOWN", place, () => messages.identifierUnknown(line, text));
      return identifier;
    case "metering_point":
      if (identifier.doubts.includes("zero_lost")) {
        log.warning("PRM_ZERO_LOST", place, () => messages.prmZeroLost(line, identifier.prm));
      }
      return identifier;
    case "injection_contract":
      return identifier;
  }
}
