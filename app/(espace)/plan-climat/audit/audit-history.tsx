import type { Route } from "next";
import Link from "next/link";
import { KeyValues } from "@/components/ui/key-values";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { AuditList } from "@/lib/services/climate-plan/list-audits";
import { PurgeRequest } from "./purge-request";

type ClimateAudit = AuditList["audits"][number];

type Sheet = { audit: ClimateAudit; collectivityId: string; mayPurge: boolean };

/** One request, step by step: who and when. */
export function AuditSheet({ audit, collectivityId, mayPurge }: Sheet) {
  const snapshot = (id: string, label: string) => (
    <Link href={`/plan-climat/instantanes/${id}?collectivite=${collectivityId}` as Route}>{label}</Link>
  );
  const { startSnapshotId, validationSnapshotId } = audit;
  return (
    <KeyValues
      items={[
        {
          label: "Demande",
          value: `${formatCount(audit.star, "étoile", "étoiles")}, ${describeStep(audit.requestedAt, audit.requestedByName)}`,
        },
        ...(audit.fileName
          ? [
              {
                label: "Dossier signé",
                value: (
                  <>
                    <a
                      href={`/api/v1/collectivities/${collectivityId}/climate-plan/audits/${audit.id}/request`}
                      download
                    >
                      {audit.fileName}
                    </a>
                    {mayPurge && <PurgeRequest collectivity={collectivityId} audit={audit.id} />}
                  </>
                ),
              },
            ]
          : []),
        ...(audit.hasObjectivesContract ? [{ label: "Contrat d’objectif territorial", value: "oui" }] : []),
        ...(audit.startedAt
          ? [
              { label: "Auditeur", value: audit.auditorName ?? "ancien utilisateur" },
              { label: "Audit commencé", value: describeStep(audit.startedAt, audit.startedByName) },
            ]
          : []),
        ...(startSnapshotId ? [{ label: "Plan avant l’audit", value: snapshot(startSnapshotId, "Instantané") }] : []),
        ...(audit.validatedAt
          ? [{ label: "Audit validé", value: describeStep(audit.validatedAt, audit.auditorName) }]
          : []),
        ...(validationSnapshotId
          ? [
              {
                label: "Plan après l’audit",
                value: (
                  <>
                    {snapshot(validationSnapshotId, "Instantané")},{" "}
                    <Link
                      href={
                        `/plan-climat/instantanes/comparer?collectivite=${collectivityId}&avant=${startSnapshotId}&apres=${validationSnapshotId}` as Route
                      }
                    >
                      ce que l’audit a changé
                    </Link>
                  </>
                ),
              },
            ]
          : []),
        ...(audit.closedAt
          ? [
              { label: "Fin", value: `${closingOf(audit)}, ${describeStep(audit.closedAt, audit.closedByName)}` },
              { label: "Motif", value: audit.closeReason },
            ]
          : []),
      ]}
    />
  );
}

/** Requests that are closed, the latest first. */
export function AuditHistory({
  audits,
  ...sheet
}: { audits: readonly ClimateAudit[] } & Pick<Sheet, "collectivityId" | "mayPurge">) {
  if (audits.length === 0) return null;
  return (
    <PageSection title="Demandes passées">
      {audits.map((audit) => (
        <AuditSheet key={audit.id} audit={audit} {...sheet} />
      ))}
    </PageSection>
  );
}

function describeStep(at: Date, name: string | null): string {
  return `le ${formatInstant(at)}, par ${name ?? "un ancien utilisateur"}`;
}

function closingOf({ startedAt, validatedAt }: ClimateAudit): string {
  if (validatedAt) return "plan rouvert";
  return startedAt ? "audit annulé" : "demande retirée";
}
