import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/ui/data-table";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { KEY_KINDS } from "@/lib/format/coefficient-words";
import { formatDay } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { UNKNOWN } from "@/lib/format/format-number";
import { describeRoles } from "@/lib/format/perimeter-words";
import {
  REQUEST_FINDING_TEXTS,
  REQUEST_KIND_TEXTS,
  REQUEST_STATUSES,
  SUSPENSION_GROUND_TEXTS,
} from "@/lib/format/request-words";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import type { RequestSite } from "@/lib/services/requests/list-request-sites";
import { type RequestSheet, readRequest } from "@/lib/services/requests/read-request";
import { NextRequestStep } from "./next-request-step";
import { RequestTimeline } from "./request-timeline";
import { WithdrawForm } from "./step-forms";

export const metadata: Metadata = { title: "Demande au gestionnaire" };

export default async function RequestPage({
  params,
}: PageProps<"/operations/[operation]/echeances/demandes/[demande]">) {
  const { operation: address, demande: id } = await params;
  const operation = await requireOperation(address);
  const day = await today();
  const sheet = isUuid(id) ? await readRequest(operation, id, day) : null;
  if (!sheet) notFound();
  const { request } = sheet;
  const { slug } = operation.sheet;
  const mayWrite = isGranted(operation.role, "write");
  const status = REQUEST_STATUSES[request.state];
  const isOpen = request.state !== "in_effect" && request.state !== "withdrawn";
  return (
    <>
      <PageHeader
        title={`Demande n° ${request.number}`}
        lead={REQUEST_KIND_TEXTS[request.kind].name}
        breadcrumb={[{ label: "Demandes", href: `/operations/${slug}/echeances/demandes` as Route }]}
        context={<StatusBadge tone={status.tone}>{status.text}</StatusBadge>}
      />
      <NextRequestStep sheet={sheet} operation={slug} today={day} mayWrite={mayWrite} />
      <PageSection title="Ce qu’elle demande">
        <KeyValues items={describeRequest(sheet, operation)} />
      </PageSection>
      <Findings sheet={sheet} />
      <Moves sheet={sheet} slug={slug} />
      <Shares sheet={sheet} slug={slug} />
      <RequestTimeline sheet={sheet} operation={slug} mayWrite={mayWrite} />
      {mayWrite && isOpen && (
        <PageSection title="Retirer la demande">
          <p>
            Rien de ce qu’elle demande n’aura lieu ; elle reste dans l’historique. Si elle est déjà partie, prévenez
            d’abord le gestionnaire.
          </p>
          <LostPlans sheet={sheet} />
          <WithdrawForm operation={slug} request={id} today={day} />
        </PageSection>
      )}
    </>
  );
}

/** Sending took them out of the registry's plan, and withdrawing does not put them back. */
function LostPlans({ sheet: { request, sites } }: { sheet: RequestSheet }) {
  if (request.sentDay === null || request.lines.length === 0) return null;
  const entering = request.lines.filter(({ move }) => move === "entry");
  const leaving = request.lines.filter(({ move }) => move === "exit");
  return (
    <Notice tone="warning" title="Ce qui était prévu pour ces PRM ne le sera plus">
      {entering.length > 0 && <p>N’entrent plus : {listSites(entering, sites)}.</p>}
      {leaving.length > 0 && <p>Ne sortent plus : {listSites(leaving, sites)}.</p>}
      L’envoi les a retirés des entrées et sorties prévues. Si elles doivent avoir lieu, prévoyez-les de nouveau dans
      les participants après le retrait.
    </Notice>
  );
}

const listSites = (lines: RequestSheet["request"]["lines"], sites: RequestSheet["sites"]): string =>
  [...new Set(lines.map(({ meteringPointId }) => nameOf(sites, meteringPointId)))].join(", ");

function describeRequest(
  { request, key, answerDue, lastSendingDay }: RequestSheet,
  { mayReadWords }: Pick<AuthorizedOperation, "mayReadWords">,
) {
  const { kind, wantedDay, effectDay, sentDay, ground, reason, createdAt, createdByName } = request;
  return [
    { label: "Articles", value: REQUEST_KIND_TEXTS[kind].articles },
    { label: "Effet souhaité", value: formatDay(wantedDay) },
    { label: "À envoyer au plus tard le", value: formatDay(lastSendingDay) },
    { label: "Envoyée le", value: formatDay(sentDay) },
    ...(kind === "termination" || kind === "suspension"
      ? []
      : [{ label: "Réponse attendue au plus tard le", value: formatDay(answerDue) }]),
    { label: "Effet le", value: formatDay(effectDay) },
    ...(key ? [{ label: "Coefficients", value: `${KEY_KINDS[key.kind]}, version ${key.version}` }] : []),
    ...(ground ? [{ label: "Motif de la suspension", value: SUSPENSION_GROUND_TEXTS[ground] }] : []),
    ...(mayReadWords ? [{ label: "Motif", value: reason ?? UNKNOWN }] : []),
    { label: "Rédigée", value: `${formatInstant(createdAt)}${createdByName === null ? "" : `, par ${createdByName}`}` },
  ];
}

/** What the check found: grave things first. */
function Findings({ sheet: { findings, sites } }: { sheet: RequestSheet }) {
  if (findings.length === 0) return null;
  return (
    <PageSection title="Vérification">
      {findings.map(({ code, isBlocking, meteringPointIds }) => (
        <Notice key={code} tone={isBlocking ? "danger" : "warning"} title={REQUEST_FINDING_TEXTS[code].title}>
          {meteringPointIds.length > 0 && <p>{meteringPointIds.map((id) => nameOf(sites, id)).join(", ")}</p>}
          {REQUEST_FINDING_TEXTS[code].remedy}
        </Notice>
      ))}
    </PageSection>
  );
}

function Moves({ sheet: { request, sites }, slug }: { sheet: RequestSheet; slug: string }) {
  if (request.lines.length === 0) return null;
  return (
    <PageSection title="Entrées et sorties">
      <DataTable
        caption="PRM qui entrent et sortent"
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "role", label: "Comme", kind: "text" },
          { key: "move", label: "Mouvement", kind: "status" },
        ]}
        rows={request.lines.map(({ meteringPointId, role, move }) => ({
          id: `${meteringPointId}-${role}`,
          ...hrefOf(sites.get(meteringPointId), slug),
          cells: {
            name: nameOf(sites, meteringPointId),
            prm: sites.get(meteringPointId)?.prm ?? null,
            role: describeRoles([role], false),
            move: move === "entry" ? { text: "entrée", tone: "success" } : { text: "sortie", tone: "warning" },
          },
        }))}
      />
    </PageSection>
  );
}

function Shares({ sheet: { key, sites }, slug }: { sheet: RequestSheet; slug: string }) {
  if (key?.kind !== "static") return null;
  return (
    <PageSection title="Coefficients de tous les consommateurs">
      <DataTable
        caption="Part de chaque consommateur dans la demande"
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "ppm", label: "Part", kind: "ppm", sum: true },
        ]}
        fileName={`${slug}-coefficients-demandes`}
        rows={[...key.ppmByConsumer].map(([id, ppm]) => ({
          id,
          cells: { name: nameOf(sites, id), prm: sites.get(id)?.prm ?? null, ppm },
        }))}
      />
    </PageSection>
  );
}

const nameOf = (sites: RequestSheet["sites"], id: string): string => {
  const site = sites.get(id);
  return site ? (site.name ?? "particulier") : "PRM retiré du registre";
};

const hrefOf = (site: RequestSite | undefined, slug: string) =>
  site?.prm ? { href: `/operations/${slug}/participants/prm/${site.prm}` as Route } : {};
