import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { ErasurePlan } from "@/lib/services/personal-data/plan-erasure";
import { ErasureForm } from "./erasure-form";

type ErasureSectionProps = { slug: string; participantId: string; plan: ErasurePlan; today: string };

/** Before anything is done: what goes at once, what goes when, what stays, and why. */
export function ErasureSection({ slug, participantId, plan, today }: ErasureSectionProps) {
  const { kind, erasedAt, restrictedAt, retention } = plan;
  if (erasedAt) {
    return (
      <PageSection title="Effacement">
        <Notice tone="success" title={`Les données ont été effacées le ${formatInstantDay(erasedAt)}`}>
          Il ne reste que des jours de participation et des totaux d’énergie, qui ne nomment personne.
        </Notice>
      </PageSection>
    );
  }
  if (kind === "natural" && retention.kind === "participating") {
    return (
      <PageSection title="Effacement">
        <Notice title="Ce participant est encore dans l’opération, ou doit y entrer">
          Faites d’abord sortir ses PRM du périmètre. Ses données pourront ensuite être effacées : une partie à sa
          demande, le reste au bout de cinq ans.
        </Notice>
      </PageSection>
    );
  }
  const endDay = retention.kind === "kept" && retention.endDay > today ? retention.endDay : null;
  return (
    <PageSection title="Effacement">
      {restrictedAt && (
        <Notice tone="info" title={`L’effacement a été demandé le ${formatInstantDay(restrictedAt)}`}>
          Les données sont restreintes. Le reste part{" "}
          {endDay === null ? "la nuit prochaine" : `le ${formatDay(endDay)}`}, sans autre démarche.
        </Notice>
      )}
      <WhatGoes plan={plan} endDay={endDay} />
      {!restrictedAt && (
        <ErasureForm
          operation={slug}
          participant={participantId}
          label={kind === "legal" ? "Effacer les coordonnées de contact" : "Enregistrer la demande d’effacement"}
        />
      )}
    </PageSection>
  );
}

function WhatGoes({ plan, endDay }: { plan: ErasurePlan; endDay: string | null }) {
  if (plan.kind === "legal") {
    return (
      <>
        <Kinds title="Ce qui part tout de suite" items={["l’adresse électronique et le téléphone de contact"]} />
        <Kinds
          title="Ce qui reste"
          items={[
            "le nom, le SIRET ou RNA, l’adresse et les PRM : une personne morale n’a pas de données personnelles",
          ]}
        />
      </>
    );
  }
  const atOnce = [
    "l’adresse électronique et le téléphone",
    "les coordonnées géographiques du logement",
    "les notes des consentements retirés",
  ];
  const inTheEnd = [
    "le nom et l’adresse, remplacés par « Participant effacé »",
    `${formatCount(plan.prms.length, "numéro de PRM", "numéros de PRM")}, avec contrats, compteur et adresse`,
    `les courbes de charge (${formatCount(plan.measuredMonths, "mois mesuré", "mois mesurés")})`,
    `les documents et les notes de ${formatCount(plan.consents, "consentement", "consentements")}`,
    ...plan.files.map(({ name }) => `le fichier « ${name} »`),
  ];
  return (
    <>
      {!plan.restrictedAt && (
        <Kinds title="Ce qui part tout de suite" items={endDay === null ? [...atOnce, ...inTheEnd] : atOnce} />
      )}
      {endDay !== null && (
        <Kinds
          title={`Ce qui part le ${formatDay(endDay)}`}
          why="Conservé jusque-là pour prouver l’accord et le calcul (convention, annexe 4 ; code civil, art. 2224)."
          items={inTheEnd}
        />
      )}
      <Kinds
        title="Ce qui reste, sans nom"
        why="Les calculs passés ne se refont pas : la part des autres participants en dépend."
        items={[
          "les jours de participation et de consentement",
          `les totaux de ${formatCount(plan.settledPeriods, "période calculée", "périodes calculées")}`,
          "le journal, qui ne nomme personne",
        ]}
      />
    </>
  );
}

function Kinds({ title, why, items }: { title: string; why?: string; items: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      {why && <p>{why}</p>}
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
