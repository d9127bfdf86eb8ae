import { type NamedAction, toActionOptions } from "@/lib/format/action-options";
import { formatBytes } from "@/lib/format/format-bytes";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import type { ClimateEvidenceSheet } from "@/lib/services/climate-plan/read-climate-evidence";
import styles from "./evidence.module.css";
import { EvidenceItem } from "./evidence-item";
import { OperationFigures } from "./operation-figures";

type EvidenceByActionProps = {
  /** In the order of the tree; those without a proof are left out. */
  actions: readonly NamedAction[];
  sheet: Pick<ClimateEvidenceSheet, "joined" | "figures">;
  collectivity: string;
  mayWrite: boolean;
  mayPurge: boolean;
};

/** Every proof, under the action it proves. */
export function EvidenceByAction({ actions, sheet, collectivity, mayWrite, mayPurge }: EvidenceByActionProps) {
  const options = toActionOptions(actions);
  return actions.map(({ id: nodeId, number, title }) => {
    const joined = sheet.joined.filter((each) => each.nodeId === nodeId);
    const figures = sheet.figures.filter((each) => each.nodeId === nodeId);
    if (joined.length + figures.length === 0) return null;
    return (
      <div key={nodeId}>
        <h3 className={styles.action}>
          {number} {title}
        </h3>
        {figures.map((evidence) => (
          <OperationFigures key={evidence.id} evidence={evidence} />
        ))}
        <ul className={styles.list}>
          {joined.map((evidence) => (
            <EvidenceItem
              key={evidence.id}
              collectivity={collectivity}
              id={evidence.id}
              title={evidence.title}
              href={addressOf(evidence, collectivity)}
              isDocument={evidence.kind === "document"}
              facts={describeFacts(evidence)}
              day={evidence.day ?? ""}
              note={evidence.note ?? ""}
              mayWrite={mayWrite}
              mayPurge={mayPurge}
              nodeId={nodeId}
              actions={options}
            />
          ))}
        </ul>
      </div>
    );
  });
}

type Joined = ClimateEvidenceSheet["joined"][number];

function addressOf(evidence: Joined, collectivity: string): string {
  if (evidence.kind === "link") return evidence.url;
  return `/api/v1/collectivities/${collectivity}/climate-plan/evidence/${evidence.id}/document`;
}

function describeFacts(evidence: Joined): string {
  const { day, changedAtMs, authorName } = evidence;
  const kind =
    evidence.kind === "document"
      ? `${evidence.fileName} · ${formatBytes(evidence.sizeBytes)}`
      : new URL(evidence.url).hostname;
  const author = authorName === null ? "" : ` par ${authorName}`;
  return [day && `du ${formatDay(day)}`, kind, `jointe le ${formatInstantDay(changedAtMs)}${author}`]
    .filter(Boolean)
    .join(" · ");
}
