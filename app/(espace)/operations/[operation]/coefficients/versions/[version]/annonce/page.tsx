import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { announceKeyAction } from "@/app/(espace)/operations/[operation]/coefficients/versions/[version]/announcement-actions";
import { RegistryForm } from "@/components/registry/registry-form";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatDay } from "@/lib/format/format-date";
import { isMailOn } from "@/lib/server/installation";
import { isUuid } from "@/lib/server/is-uuid";
import { noteChosen } from "@/lib/server/note-consultation";
import { requireWriter } from "@/lib/server/require-writer";
import { today } from "@/lib/server/today";
import { type AnnouncementPreview, previewAnnouncements } from "@/lib/services/coefficients/preview-announcements";
import { readKeyVersion } from "@/lib/services/coefficients/read-key-version";

export const metadata: Metadata = { title: "Prévenir les participants" };

export default async function AnnouncePage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/coefficients/versions/[version]/annonce">) {
  const { operation: address, version: id } = await params;
  const { participant } = await searchParams;
  const operation = await requireWriter(address);
  const found = isUuid(id) ? await readKeyVersion(operation.id, id, await today()) : null;
  if (!found) notFound();
  const { version } = found;
  const versions = `/operations/${operation.sheet.slug}/coefficients/versions`;
  const sheet = `${versions}/${id}`;
  if (version.state !== "draft") redirect(sheet as Route);
  const participantId = typeof participant === "string" ? participant : undefined;
  const preview = await previewAnnouncements(operation, id, { isMailOn: isMailOn(), participantId });
  await noteChosen(operation, [participantId && `participant:${participantId}`]);
  return (
    <>
      <PageHeader
        title="Prévenir les participants"
        breadcrumb={[
          { label: "Versions", href: versions as Route },
          { label: `Version ${version.version}`, href: sheet as Route },
        ]}
        lead={`Chaque participant apprend ce qui change pour lui à partir du ${formatDay(version.from)}. Relisez les messages : ils partent, ou s’impriment, dès que vous annoncez.`}
      />
      {!isMailOn() && (
        <Notice title="Aucune messagerie n’est réglée : tous les messages sont des lettres à imprimer">
          L’administrateur de Prorata peut la régler (variables SMTP_HOST et MAIL_FROM, voir le README).
        </Notice>
      )}
      {preview.shown ? (
        <Recipients preview={preview} here={`${sheet}/annonce`} />
      ) : (
        <EmptyState
          title="Personne n’est à prévenir"
          purpose={`Aucun participant n’est dans le périmètre à partir du ${formatDay(version.from)}.`}
          needed="des participants avec un PRM, dans la page « Participants »."
        />
      )}
      <RegistryForm
        label="Annoncer la version"
        submit={describeAct(preview.recipients.length)}
        action={announceKeyAction}
        hidden={{ operation: operation.sheet.slug, version: id }}
      />
    </>
  );
}

function describeAct(count: number): string {
  if (count === 0) return "Passer à l’envoi : personne n’est à prévenir";
  return count === 1 ? "Annoncer au participant" : `Annoncer aux ${count} participants`;
}

function Recipients({ preview: { recipients, shown }, here }: { preview: AnnouncementPreview; here: string }) {
  return (
    <>
      <PageSection title="Destinataires">
        <DataTable
          caption="Participants à prévenir"
          columns={[
            { key: "name", label: "Participant", kind: "text" },
            { key: "channel", label: "Par", kind: "text" },
            { key: "consumers", label: "PRM consommateurs", kind: "number" },
            { key: "producers", label: "PRM producteurs", kind: "number" },
          ]}
          rows={recipients.map(({ id, name, email, consumerCount, producerCount }) => ({
            id,
            href: `${here}?participant=${id}` as Route,
            cells: {
              name,
              channel: email === null ? "lettre à remettre" : `courriel à ${email}`,
              consumers: consumerCount,
              producers: producerCount,
            },
          }))}
        />
      </PageSection>
      {shown && (
        <PageSection title={`Message pour ${shown.recipient.name}`}>
          <p>
            <strong>Objet : {shown.message.subject}</strong>
          </p>
          <p>{shown.message.greeting}</p>
          <p>{shown.message.lead}</p>
          {shown.message.shares.length > 0 && (
            <ul>
              {shown.message.shares.map((share) => (
                <li key={share}>{share}</li>
              ))}
            </ul>
          )}
          {shown.message.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>{shown.message.signature}</p>
          <p>
            <small>{shown.message.note}</small>
          </p>
        </PageSection>
      )}
    </>
  );
}
