import "server-only";
import type { ClimateEvidence } from "@/lib/domain/scoring/climate-evidence";
import type { FrozenEvidence } from "@/lib/domain/scoring/climate-snapshot";
import type { OperationEvidence } from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { describeEvidenceFigure } from "@/lib/format/describe-evidence-figure";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";

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
  const texts = figures.map(describeEvidenceFigure);
  const periods = [...new Set(texts.map(({ period }) => period))].map((period) => {
    const said = texts.filter((text) => text.period === period).map(({ label, value }) => `${label} ${value}`);
    return `${period === "" ? "au jour du relevé" : period} : ${said.join(", ")}`;
  });
  const source = `Opération « ${operation.name} », relevé du ${formatInstantDay(computedAtMs)}`;
  return [source, ...periods].join(" – ");
}
