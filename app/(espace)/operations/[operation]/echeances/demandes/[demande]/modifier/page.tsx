import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ProblemList } from "@/app/(espace)/operations/[operation]/echeances/demandes/[demande]/problem-list";
import { RequestForm } from "@/app/(espace)/operations/[operation]/echeances/demandes/request-form";
import { PageHeader } from "@/components/ui/page-header";
import { REQUEST_KIND_TEXTS } from "@/lib/format/request-words";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readRequest } from "@/lib/services/requests/read-request";
import { readRequestForm } from "@/lib/services/requests/read-request-form";

export const metadata: Metadata = { title: "Modifier la demande" };

export default async function EditRequestPage({
  params,
}: PageProps<"/operations/[operation]/echeances/demandes/[demande]/modifier">) {
  const { operation: address, demande: id } = await params;
  const operation = await requireOperation(address);
  const day = await today();
  const sheet = isUuid(id) && isGranted(operation.role, "write") ? await readRequest(operation, id, day) : null;
  if (!sheet || !["draft", "anomaly"].includes(sheet.request.state)) notFound();
  const { request, sites } = sheet;
  const start = await readRequestForm(operation, request.kind, day, request);
  const { slug, startDay, holidayRegion } = operation.sheet;
  const room = `/operations/${slug}/echeances/demandes`;
  return (
    <>
      <PageHeader
        title={request.state === "anomaly" ? "Corriger la demande" : "Modifier la demande"}
        lead={REQUEST_KIND_TEXTS[request.kind].meaning}
        breadcrumb={[
          { label: "Demandes", href: room as Route },
          { label: `Demande n° ${request.number}`, href: `${room}/${id}` as Route },
        ]}
      />
      {request.state === "anomaly" && <ProblemList problems={request.events.at(-1)?.problems ?? []} sites={sites} />}
      <RequestForm
        operation={slug}
        kind={request.kind}
        start={start}
        request={id}
        reason={request.reason}
        ground={request.ground}
        minDay={startDay}
        region={holidayRegion}
        version={null}
      />
    </>
  );
}
