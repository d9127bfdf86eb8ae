import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import * as z from "zod";
import { ImportChangesTable } from "@/components/measures/import-changes-table";
import { ImportReportView } from "@/components/measures/import-report-view";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { describeImportStatus, describeImportVia } from "@/lib/format/describe-import";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { listImportFiles } from "@/lib/services/measures/list-import-files";
import type { MeasureImport } from "@/lib/services/measures/list-imports";
import { readImport } from "@/lib/services/measures/read-import";
import { readImportChanges } from "@/lib/services/measures/read-import-changes";
import { DsoFailures } from "./dso-failures";
import { ImportProgress } from "./import-progress";
import { WaitingImport } from "./waiting-import";
import { WrittenImport } from "./written-import";

export const metadata: Metadata = { title: "Import" };

type Props = PageProps<"/operations/[operation]/mesures/imports/[import]">;

export default async function ImportPage({ params }: Props) {
  const { operation: address, import: importId } = await params;
  const operation = await requireOperation(address);
  const found = z.uuid().safeParse(importId).success ? await readImport(operation.id, importId) : null;
  if (!found) notFound();
  const { slug } = operation.sheet;
  const { status, report, createdAt } = found;
  const isRequest = found.requestedPeriod !== null;
  const badge = describeImportStatus(status);
  return (
    <>
      <PageHeader
        title={`Import du ${formatInstant(createdAt)}`}
        breadcrumb={[
          { label: "Mesures", href: `/operations/${slug}/mesures` as Route },
          { label: "Imports", href: `/operations/${slug}/mesures/imports` as Route },
        ]}
        context={<StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>}
        lead={describeSender(found)}
      />
      {(status === "queued" || status === "running") && (
        <ImportProgress
          address={slug}
          importId={importId}
          isRequest={isRequest && report === null}
          start={{ filesDone: found.filesDone, filesTotal: found.filesTotal }}
        />
      )}
      {status === "failed" && !isRequest && (
        <Notice tone="danger" title="L’import a été interrompu">
          Rien n’a été enregistré. Renvoyez les fichiers ; si cela se reproduit, signalez-le avec l’heure de l’import.
        </Notice>
      )}
      {report && found.undoneId === null && isShown(status) && <ImportReportView report={report} state={status} />}
      {isRequest && (
        <Suspense fallback={null}>
          <DsoFailures operation={operation} importId={importId} isFailed={status === "failed"} />
        </Suspense>
      )}
      {report && status === "waiting" && isGranted(operation.role, "write") && (
        <WaitingImport operation={operation} found={found} report={report} />
      )}
      {status === "done" && <WrittenImport operation={operation} found={found} />}
      {report && isShown(status) && report.totals.correctedDayCount > 0 && (
        <Suspense fallback={null}>
          <Changes operation={operation} importId={importId} isWritten={status === "done"} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <ReceivedFiles operation={operation} importId={importId} />
      </Suspense>
    </>
  );
}

function describeSender({ createdByName, via, requestedPeriod }: MeasureImport): string {
  if (!createdByName) return "Fait par l’installation.";
  if (!requestedPeriod) return `Envoyé par ${createdByName}, ${describeImportVia(via)}.`;
  const period = formatPeriodName(requestedPeriod.from, requestedPeriod.toExclusive);
  return `${period} : demandé au gestionnaire de réseau par ${createdByName}, ${describeImportVia(via)}.`;
}

async function ReceivedFiles({ operation, importId }: { operation: AuthorizedOperation; importId: string }) {
  const folder = `/api/v1/operations/${operation.sheet.slug}/imports/${importId}/files`;
  const received = await listImportFiles(operation.id, importId);
  const files = received.map((file, position) => ({ ...file, href: `${folder}/${position}` }));
  if (files.length === 0) return null;
  return (
    <PageSection title="Fichiers reçus">
      <ul>
        {files.map(({ name, isKept, href }) => (
          <li key={href}>
            {isKept ? (
              <a href={href} download>
                {name}
              </a>
            ) : (
              `${name} (contenu supprimé)`
            )}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

const SHOWN = ["done", "refused", "waiting", "cancelled"] as const;

function isShown(status: string): status is (typeof SHOWN)[number] {
  return SHOWN.some((each) => each === status);
}

type ChangesProps = { operation: AuthorizedOperation; importId: string; isWritten: boolean };

async function Changes({ operation, importId, isWritten }: ChangesProps) {
  const changes = await readImportChanges(operation.id, importId);
  if (!changes || changes.days.length === 0) return null;
  return (
    <PageSection title={isWritten ? "Ce qui a changé" : "Ce qui changera"}>
      {changes.isCut && <p>Les premiers jours seulement : il y en a davantage.</p>}
      <ImportChangesTable days={changes.days} />
    </PageSection>
  );
}
