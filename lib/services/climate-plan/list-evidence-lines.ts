import "server-only";
import type { ClimateEvidence } from "@/lib/domain/scoring/climate-evidence";
import type { FrozenEvidence } from "@/lib/domain/scoring/climate-snapshot";
import type { OperationEvidence } from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatPercent } from "@/lib/format/format-percent";

const RATES = [
  ["self_consumption_rate", "taux d’autoconsommation"],
  ["self_production_rate", "taux d’autoproduction"],
  ["coverage_rate", "taux de couverture"],
] as const;

/** What proves each action, in a line each, by id of the action: documents, links, figures of the operations. */
export function listEvidenceLines({ joined, figures }: FrozenEvidence): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  const add = (id: string, line: string) => lines.set(id, [...(lines.get(id) ?? []), line]);
  for (const evidence of joined) add(evidence.nodeId, describeJoined(evidence));
  for (const evidence of figures) add(evidence.nodeId, describeOperation(evidence));
  return lines;
}

function describeJoined(evidence: ClimateEvidence): string {
  const { title, day, note } = evidence;
  const dated = day === null ? title : `${title} (${formatDay(day)})`;
  const place = evidence.kind === "link" ? evidence.url : evidence.fileName;
  return [place === title ? dated : `${dated} : ${place}`, ...(note === null ? [] : [note])].join(" – ");
}

function describeOperation({ operation, computedAtMs, figures }: OperationEvidence): string {
  const rates = RATES.flatMap(([code, words]) => {
    const value = figures.find((figure) => figure.code === code)?.value;
    return typeof value === "number" ? [`${words} ${formatPercent(value)}`] : [];
  });
  const said = rates.length > 0 ? ` : ${rates.join(", ")}` : "";
  return `Chiffres de l’opération « ${operation.name} » au ${formatInstantDay(computedAtMs)}${said}`;
}
