import type { CivilDate } from "@/lib/domain/time/civil-date";
import { errorMessage } from "./error-message";
import { formatDayRanges } from "./format-day-ranges";
import { formatCount } from "./format-number";
import type { TableStatus } from "./table-cells";

/** What became of a period, as the API and the services say it. */
export type ShownOutcome =
  | { readonly kind: "waiting" | "left_out" }
  | { readonly kind: "settled" | "unchanged"; readonly version: number }
  | { readonly kind: "incomplete"; readonly missing: readonly ShownMissing[] }
  | { readonly kind: "refused"; readonly code: string };

type ShownMissing = { readonly prm: string; readonly name: string; readonly days: readonly CivilDate[] };

/** What became of a period, in one word and how grave it is, and what to know or to do. */
export function describeSettlementOutcome(outcome: ShownOutcome): TableStatus & { readonly detail: string } {
  switch (outcome.kind) {
    case "waiting":
      return { text: "à son tour", tone: "neutral", detail: "" };
    case "settled":
      return { text: "calculée", tone: "success", detail: `Version ${outcome.version}.` };
    case "unchanged":
      return { text: "inchangée", tone: "info", detail: `La version ${outcome.version} reste la bonne.` };
    case "incomplete":
      return { text: "incomplète", tone: "warning", detail: describeMissing(outcome.missing) };
    case "refused":
      return { text: "refusée", tone: "danger", detail: errorMessage(outcome.code) };
    case "left_out":
      return { text: "laissée", tone: "neutral", detail: "Le calcul s’est arrêté avant son tour." };
  }
}

function describeMissing(missing: readonly ShownMissing[]): string {
  const count = formatCount(missing.length, "PRM incomplet", "PRM incomplets");
  const named = missing.map(({ name, prm, days }) => `${name} (${prm}), ${formatDayRanges(days)}`);
  return `${count} : ${named.join(" ; ")}.`;
}
