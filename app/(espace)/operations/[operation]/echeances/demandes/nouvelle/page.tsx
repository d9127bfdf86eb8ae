import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { RequestForm } from "@/app/(espace)/operations/[operation]/echeances/demandes/request-form";
import styles from "@/app/(espace)/operations/[operation]/echeances/demandes/requests.module.css";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { REQUEST_KINDS } from "@/lib/domain/requests/request-kind";
import { KEY_KINDS } from "@/lib/format/coefficient-words";
import { REQUEST_KIND_TEXTS } from "@/lib/format/request-words";
import { draftSearchParamSchema } from "@/lib/schemas/key-draft";
import { requestKindSearchParamSchema } from "@/lib/schemas/request";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readRequestForm } from "@/lib/services/requests/read-request-form";

export const metadata: Metadata = { title: "Nouvelle demande" };

export default async function NewRequestPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/echeances/demandes/nouvelle">) {
  const operation = await requireOperation((await params).operation);
  if (!isGranted(operation.role, "write")) notFound();
  const { type, version } = await searchParams;
  const kind = requestKindSearchParamSchema.parse(type);
  const { slug, startDay, holidayRegion } = operation.sheet;
  const room = `/operations/${slug}/echeances/demandes`;
  const breadcrumb = [{ label: "Demandes", href: room as Route }];
  if (!kind) {
    return (
      <>
        <PageHeader
          title="Nouvelle demande"
          lead="Que demandez-vous au gestionnaire ? Rien ne change avant qu’il ait accepté, et que le jour de l’effet soit venu."
          breadcrumb={breadcrumb}
        />
        <ul className={styles.kinds}>
          {REQUEST_KINDS.map((each) => (
            <li key={each}>
              <Link href={`${room}/nouvelle?type=${each}` as Route}>{REQUEST_KIND_TEXTS[each].name}</Link>
              <p>
                {REQUEST_KIND_TEXTS[each].meaning} ({REQUEST_KIND_TEXTS[each].articles})
              </p>
            </li>
          ))}
          <li>
            <Link href={`/operations/${slug}/coefficients/cle-du-mois` as Route}>Clé dynamique du mois</Link>
            <p>
              Elle se notifie chaque mois, au plus tard le 4<sup>e</sup> jour ouvré après la date anniversaire, depuis «
              Clé du mois » (art. 4.4 et annexe 5).
            </p>
          </li>
        </ul>
      </>
    );
  }
  const versionId = draftSearchParamSchema.parse(version);
  const start = await readRequestForm(operation, kind, await today(), null, versionId);
  const { name, meaning, articles } = REQUEST_KIND_TEXTS[kind];
  return (
    <>
      <PageHeader
        title={name}
        lead={`${meaning} (${articles})`}
        breadcrumb={[...breadcrumb, { label: "Nouvelle demande", href: `${room}/nouvelle` as Route }]}
      />
      {versionId !== undefined && start.keyKind !== null && (
        <Notice title={`La demande porte les coefficients d’une version prête : ${KEY_KINDS[start.keyKind]}`}>
          Une fois la demande en vigueur, cette version s’applique telle quelle.
        </Notice>
      )}
      {kind === "static_values" && start.kindInForce !== "static" && (
        <Notice tone="warning" title="La clé en vigueur n’est pas statique">
          Demandez plutôt un changement de type de coefficients.
        </Notice>
      )}
      <RequestForm
        operation={slug}
        kind={kind}
        start={start}
        request=""
        reason={null}
        ground={null}
        minDay={startDay}
        region={holidayRegion}
        version={versionId ?? null}
      />
    </>
  );
}
