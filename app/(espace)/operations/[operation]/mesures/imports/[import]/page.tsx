import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { ImportReportView } from "@/components/measures/import-report-view";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { describeImportStatus } from "@/lib/format/describe-import";
import { formatInstant } from "@/lib/format/format-instant";
import { requireOperation } from "@/lib/server/access";
import { readImport } from "@/lib/services/measures/read-import";
import { ImportProgress } from "./import-progress";

export const metadata: Metadata = { title: "Import" };

type Props = PageProps<"/operations/[operation]/mesures/imports/[import]">;

export default async function ImportPage({ params }: Props) {
  const { operation: address, import: importId } = await params;
  const operation = await requireOperation(address);
  const found = z.uuid().safeParse(importId).success ? await readImport(operation.id, importId) : null;
  if (!found) notFound();
  const { slug } = operation.sheet;
  const { status, report, createdAt, createdByName } = found;
  const badge = describeImportStatus(status);
  return (
    <>
      <PageHeader
        title={`Import du ${formatInstant(createdAt)}`}
        breadcrumb={[{ label: "Mesures", href: `/operations/${slug}/mesures` as Route }]}
        context={<StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>}
        lead={createdByName ? `Envoyé par ${createdByName}.` : "Fait par l’installation."}
      />
      {(status === "queued" || status === "running") && <ImportProgress address={slug} importId={importId} />}
      {status === "failed" && (
        <Notice tone="danger" title="L’import a été interrompu">
          Rien n’a été enregistré. Renvoyez les fichiers ; si cela se reproduit, signalez-le avec l’heure de l’import.
        </Notice>
      )}
      {report && <ImportReportView report={report} isRefused={status === "refused"} />}
    </>
  );
}
