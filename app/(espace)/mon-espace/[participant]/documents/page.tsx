import type { Metadata, Route } from "next";
import styles from "@/components/participant-space/own-space.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeOwnRun, nameOwnMonth } from "@/lib/format/own-space-words";
import { requireParticipant } from "@/lib/server/authorize-participant";
import { listOwnStatements } from "@/lib/services/participant-space/build-own-statements";

export const metadata: Metadata = { title: "Relevés et données" };

/** What a participant takes along: his statements, and everything held about him. */
export default async function OwnDocumentsPage({ params }: PageProps<"/mon-espace/[participant]/documents">) {
  const { own } = await requireParticipant((await params).participant);
  const base = `/mon-espace/${own.participantId}`;
  const runs = (await listOwnStatements(own)).toReversed();
  return (
    <>
      <PageHeader title="Relevés et données" breadcrumb={[{ label: "Mon espace", href: base as Route }]} />
      <PageSection title="Vos relevés">
        {runs.length === 0 ? (
          <p>Votre premier relevé viendra avec le premier mois calculé.</p>
        ) : (
          <>
            <ul className={styles.list}>
              {runs.map((run) => (
                <li key={run.id}>
                  <a href={`${base}/releves?mois=${run.period.from}`} download>
                    Relevé de {nameOwnMonth(run)} (PDF)
                  </a>
                  <br />
                  <span className={styles.note}>{describeOwnRun(run)}</span>
                </li>
              ))}
            </ul>
            <ButtonLink href={`${base}/releves` as Route} variant="default" download>
              Tous mes relevés (ZIP)
            </ButtonLink>
          </>
        )}
      </PageSection>
      <PageSection title="Vos données">
        <p>
          Tout ce que l’opération conserve sur vous : le relevé se lit et s’imprime, l’archive y ajoute vos documents
          signés et toutes les valeurs de vos courbes (RGPD, art. 15 et 20), cinq fois par heure au plus. Les notes de
          l’organisateur, les pièces qu’il a jointes et les documents communs à plusieurs participants se demandent à
          lui. Pour faire corriger vos données, écrivez une réclamation.
        </p>
        <p className={styles.links}>
          <ButtonLink href={`${base}/donnees?format=pdf` as Route} variant="default" download>
            Relevé de mes données (PDF)
          </ButtonLink>
          <ButtonLink href={`${base}/donnees?format=zip` as Route} variant="default" download>
            Archive complète (ZIP)
          </ButtonLink>
          <ButtonLink href={`${base}/donnees?format=json` as Route} variant="default" download>
            Données (JSON)
          </ButtonLink>
        </p>
      </PageSection>
    </>
  );
}
