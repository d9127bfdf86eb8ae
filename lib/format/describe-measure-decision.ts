import { formatInstant } from "./format-instant";
import { formatNumber, NO_BREAK_SPACE } from "./format-number";

type DecisionKind = "value" | "discard" | "leave_missing";

/** What was decided, in a few words. */
export function describeMeasureDecision({
  kind,
  powerW,
}: {
  readonly kind: DecisionKind;
  readonly powerW: number | null;
}): string {
  if (kind === "value") {
    const powerKw = powerW === null ? null : powerW / 1000;
    return `Valeur saisie : ${formatNumber(powerKw, { maxDecimals: 3 })}${NO_BREAK_SPACE}kW à chaque pas`;
  }
  return kind === "discard" ? "Mesure écartée : corrigée comme une absence" : "Correction refusée : la valeur manque";
}

/** The stretch of time, half-open, as people read it. */
export function describeStretch({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): string {
  return `du ${formatInstant(startMs)} au ${formatInstant(endMs)}`;
}
