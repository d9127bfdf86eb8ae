import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CopyKeyForm } from "@/app/(espace)/operations/[operation]/coefficients/versions/version-forms";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { earliestEffectDay } from "@/lib/domain/coefficients/earliest-effect-day";
import { KEY_KINDS, KEY_STATES } from "@/lib/format/coefficient-words";
import { formatDay } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { UNKNOWN } from "@/lib/format/format-number";
import { formatPpm } from "@/lib/format/format-percent";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readAnnouncementStatus } from "@/lib/services/coefficients/read-announcement-status";
import { type KeyVersionSheet, readKeyVersion } from "@/lib/services/coefficients/read-key-version";
import { AnnouncementSection, UntoldNotice } from "./announcement-section";
import { KeyComparisonSection } from "./key-comparison-section";
import { NextStep, OtherSteps } from "./next-step";

export const metadata: Metadata = { title: "Version de la clé" };

export default async function KeyVersionPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/coefficients/versions/[version]">) {
  const { operation: address, version: id } = await params;
  const { comparer } = await searchParams;
  const operation = await requireOperation(address);
  const day = await today();
  const comparedId = typeof comparer === "string" ? comparer : undefined;
  const found = isUuid(id) ? await readKeyVersion(operation.id, id, day, comparedId) : null;
  if (!found) notFound();
  const { version } = found;
  const announcements = await readAnnouncementStatus(operation, id, day);
  const { slug, startDay, holidayRegion } = operation.sheet;
  const versions = `/operations/${slug}/coefficients/versions`;
  const mayWrite = isGranted(operation.role, "write");
  return (
    <>
      <PageHeader
        title={`Version ${version.version} de la clé`}
        breadcrumb={[{ label: "Versions", href: versions as Route }]}
        context={<StatusBadge tone={KEY_STATES[version.state].tone}>{KEY_STATES[version.state].text}</StatusBadge>}
        actions={
          version.state === "draft" &&
          version.kind === "static" &&
          mayWrite && (
            <ButtonLink href={`/operations/${slug}/coefficients/editeur?version=${id}` as Route} variant="default">
              Modifier dans l’éditeur
            </ButtonLink>
          )
        }
      />
      <KeyValues items={describeVersion(found, versions)} />
      {mayWrite && (
        <NextStep sheet={found} operation={slug} today={day} warning={<UntoldNotice status={announcements} />} />
      )}
      <AnnouncementSection status={announcements} operation={slug} versionId={id} today={day} mayWrite={mayWrite} />
      <KeyComparisonSection sheet={found} operation={slug} />
      {mayWrite && <OtherSteps sheet={found} operation={slug} />}
      {mayWrite && version.state !== "draft" && version.state !== "announced" && (
        <PageSection title="Revenir à cette version">
          <p>
            L’historique ne se réécrit pas : un nouveau brouillon reprend ces valeurs, avec sa propre date et son propre
            motif.
          </p>
          <CopyKeyForm operation={slug} version={id} minFrom={startDay} from={earliestEffectDay(day, holidayRegion)} />
        </PageSection>
      )}
    </>
  );
}

function describeVersion({ version, source }: KeyVersionSheet, versions: string) {
  const whenBy = (at: Date | null, name: string | null) =>
    at === null ? UNKNOWN : `${formatInstant(at)}${name === null ? "" : `, par ${name}`}`;
  return [
    { label: "Type", value: KEY_KINDS[version.kind] },
    { label: "Premier jour", value: formatDay(version.from) },
    { label: "Remplacée le", value: formatDay(version.toExclusive) },
    ...(version.kind === "static" ? [{ label: "Précision", value: formatPpm(version.unitPpm) }] : []),
    { label: "Motif", value: version.reason ?? UNKNOWN },
    ...(source
      ? [
          {
            label: "Faite à partir de",
            value: <Link href={`${versions}/${source.id}` as Route}>{`la version ${source.version}`}</Link>,
          },
        ]
      : []),
    { label: "Créée", value: whenBy(version.createdAt, version.createdByName) },
    { label: "Annoncée", value: whenBy(version.announcedAt, version.announcedByName) },
    {
      label: "Envoyée au gestionnaire",
      value:
        version.sentDay === null && version.sentAt !== null
          ? `enregistrée comme déjà appliquée, ${whenBy(version.sentAt, version.sentByName)}`
          : `${formatDay(version.sentDay)}${version.sentByName === null ? "" : `, par ${version.sentByName}`}`,
    },
  ];
}
