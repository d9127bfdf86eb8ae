import type { MeasureIdentifier } from "./classify-measure-identifier";

/** An identifier as a file writes it. */
export function identifierText(identifier: MeasureIdentifier): string {
  switch (identifier.kind) {
    case "metering_point":
      return identifier.prm;
    case "operation":
      return identifier.accNumber;
    case "injection_contract":
      return identifier.reference;
    case "unknown":
      return identifier.text;
  }
}
