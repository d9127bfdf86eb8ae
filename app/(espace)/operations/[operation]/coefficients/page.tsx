import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { HelpTerm } from "@/components/ui/help-term";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { KEY_KIND_MEANINGS, KEY_KINDS } from "@/lib/format/coefficient-words";
import { formatDay } from "@/lib/format/format-date";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readAnnouncementStatus } from "@/lib/services/coefficients/read-announcement-status";
import { type ConsumerShare, readCoefficients, type ShownKey } from "@/lib/services/coefficients/read-coefficients";
import { MonthDeliveries } from "./month-deliveries";
import { UntoldNotice } from "./versions/[version]/announcement-section";

export const metadata: Metadata = { title: "Coefficients" };

export default async function CoefficientsPage({ params }: PageProps<"/operations/[operation]/coefficients">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const day = await today();
  const { inForce, next, consumers } = await readCoefficients(operation.id, day);
  const versions = `/operations/${slug}/coefficients/versions`;
  return (
    <>
      <PageHeader
        title="Coefficients"
        lead={
          <>
            La <HelpTerm term="cle">clé</HelpTerm> dit quelle part de la production revient à chaque consommateur, à
            chaque <HelpTerm term="pas-de-temps">pas de temps</HelpTerm> (convention, art. 4).
          </>
        }
        actions={
          isGranted(operation.role, "write") && (
            <ButtonLink href={versions as Route}>{inForce ? "Préparer un changement" : "Choisir la clé"}</ButtonLink>
          )
        }
      />
      <PageSection
        title="Clé en vigueur"
        actions={inForce && <SheetLink versions={versions} keyId={inForce.id} label="Fiche de cette version" />}
      >
        {inForce ? (
          <KeyInForce inForce={inForce} next={next} consumers={consumers} slug={slug} />
        ) : (
          <EmptyState
            title="Aucune clé n’est enregistrée"
            purpose={
              <>
                Tant qu’aucune clé n’est choisie, la production est partagée au prorata des consommations (
                <HelpTerm term="cle-par-defaut">clé par défaut</HelpTerm>).
              </>
            }
            needed={consumers.length === 0 ? "des consommateurs dans le périmètre." : "des parts, ou un type de clé."}
            action={
              consumers.length === 0 ? (
                <ButtonLink href={`/operations/${slug}/participants` as Route}>Ouvrir les participants</ButtonLink>
              ) : (
                <ButtonLink href={`/operations/${slug}/coefficients/editeur` as Route}>Ouvrir l’éditeur</ButtonLink>
              )
            }
          />
        )}
      </PageSection>
      {inForce && <LateNotice operation={operation} keyId={inForce.id} day={day} />}
      <PageSection
        title="Clé suivante"
        actions={next && <SheetLink versions={versions} keyId={next.id} label="Fiche de la suivante" />}
      >
        {next && <LateNotice operation={operation} keyId={next.id} day={day} />}
        {next ? (
          <p>
            Clé <strong>{KEY_KINDS[next.kind]}</strong> à partir du {formatDay(next.from)}.{" "}
            {KEY_KIND_MEANINGS[next.kind]}
          </p>
        ) : (
          <p>
            {inForce
              ? "Aucune autre clé n’est envoyée : celle-ci vaut jusqu’à nouvel ordre."
              : "Aucune clé n’est envoyée : celle d’Enedis, au prorata des consommations, vaut jusqu’à nouvel ordre."}
          </p>
        )}
      </PageSection>
      {inForce && isDynamic(inForce) && <MonthDeliveries operation={operation} from={inForce.from} today={day} />}
    </>
  );
}

type LateNoticeProps = { operation: AuthorizedOperation; keyId: string; day: CivilDate };

async function LateNotice({ operation, keyId, day }: LateNoticeProps) {
  return <UntoldNotice status={await readAnnouncementStatus(operation, keyId, day)} />;
}

const isDynamic = ({ kind }: ShownKey): boolean => kind === "dynamic_simple" || kind === "dynamic_full";

function SheetLink({ versions, keyId, label }: { versions: string; keyId: string; label: string }) {
  return (
    <ButtonLink href={`${versions}/${keyId}` as Route} variant="default">
      {label}
    </ButtonLink>
  );
}

type KeyInForceProps = {
  inForce: ShownKey;
  next: ShownKey | null;
  consumers: readonly ConsumerShare[];
  slug: string;
};

function KeyInForce({ inForce, next, consumers, slug }: KeyInForceProps) {
  const hasValues = inForce.kind === "static" || next?.kind === "static";
  return (
    <>
      <p>
        Clé <strong>{KEY_KINDS[inForce.kind]}</strong>, depuis le {formatDay(inForce.from)}
        {inForce.toExclusive && `, remplacée le ${formatDay(inForce.toExclusive)}`}. {KEY_KIND_MEANINGS[inForce.kind]}
      </p>
      {!hasValues && isDynamic(inForce) && (
        <Notice title="Chaque part change de pas en pas">
          Les valeurs d’un mois se lisent avec la clé de ce mois, ci-dessous.
        </Notice>
      )}
      {hasValues && (
        <DataTable
          caption="Part de chaque consommateur"
          columns={[
            { key: "name", label: "Site", kind: "text" },
            { key: "prm", label: "PRM", kind: "code" },
            { key: "share", label: "Coefficient", kind: "ppm", sum: true },
            ...(next?.kind === "static"
              ? [{ key: "next", label: `À partir du ${formatDay(next.from)}`, kind: "ppm", sum: true } as const]
              : []),
          ]}
          fileName={`${slug}-coefficients`}
          rows={consumers.map(({ id, name, prm, ppm, nextPpm }) => ({
            id,
            cells: { name, prm, share: ppm, next: nextPpm },
          }))}
          empty={<p>Aucun consommateur n’est dans le périmètre aujourd’hui.</p>}
        />
      )}
    </>
  );
}
