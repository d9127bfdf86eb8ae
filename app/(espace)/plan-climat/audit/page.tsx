import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { ReasonedAct } from "@/components/measures/reasoned-act";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import type { LabelCycleState } from "@/lib/domain/scoring/label-cycle-state";
import type { StatusTone } from "@/lib/format/table-cells";
import { isGrantedInPlan } from "@/lib/server/permissions";
import { type PlanAccess, requireCollectivity } from "@/lib/server/require-collectivity";
import { checkLabel } from "@/lib/services/climate-plan/check-label";
import { type AuditList, listAudits } from "@/lib/services/climate-plan/list-audits";
import { readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { closeAuditAction } from "./actions";
import { AuditHistory, AuditSheet } from "./audit-history";
import { LabelConditions } from "./label-conditions";
import { RequestForm } from "./request-form";
import { StartForm } from "./start-form";
import { ValidateForm } from "./validate-form";

export const metadata: Metadata = { title: "Demande d’étoile et audit" };

const STARS = [1, 2, 3, 4, 5];

const STATES: Readonly<
  Record<LabelCycleState, { readonly text: string; readonly tone: StatusTone; readonly next: string }>
> = {
  not_requested: {
    text: "Pas de demande",
    tone: "neutral",
    next: "L’étape suivante est de demander une étoile, quand tout ce qu’elle demande est rempli.",
  },
  requested: {
    text: "Étoile demandée",
    tone: "info",
    next: "L’étape suivante est l’audit, qu’un administrateur de la collectivité confie à un auditeur extérieur. Il faut un audit à partir de deux étoiles. D’ici là, chacun écrit dans le plan comme avant.",
  },
  audit_under_way: {
    text: "Audit en cours",
    tone: "warning",
    next: "Seul l’auditeur change les statuts et ce qui est dit des actions. L’étape suivante est la validation, par lui.",
  },
  audit_validated: {
    text: "Audit validé",
    tone: "success",
    next: "Plus personne n’écrit dans le plan. Un administrateur de la collectivité peut le rouvrir, en disant pourquoi : pour préparer l’étoile suivante, par exemple.",
  },
};

const CLOSING = {
  requested: { label: "Retirer la demande", hint: "Dossier à compléter" },
  audit_under_way: { label: "Annuler l’audit", hint: "Auditeur empêché" },
  audit_validated: { label: "Rouvrir le plan", hint: "Vers l’étoile suivante" },
} as const;

export default async function AuditPage({ searchParams }: PageProps<"/plan-climat/audit">) {
  const { collectivite, etoile } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  if (!chosen) notFound();
  const { collectivity } = chosen;
  const list = await listAudits(collectivity.id);
  const { text, tone, next } = STATES[list.state];
  const sheet = { collectivityId: collectivity.id, mayPurge: isGrantedInPlan(collectivity.role, "administer") };
  return (
    <>
      <PlanTabs collectivityId={collectivity.id} />
      <PageHeader
        title="Demande d’étoile et audit"
        lead="De la demande d’une étoile à l’audit validé : où en est la collectivité, et qui écrit dans le plan."
        breadcrumb={[{ label: "Plan climat", href: `/plan-climat?collectivite=${collectivity.id}` as Route }]}
        context={<StatusBadge tone={tone}>{text}</StatusBadge>}
      />
      <PageSection title="Où en est la demande">
        <p>{next}</p>
        {list.open && <AuditSheet audit={list.open} {...sheet} />}
        <Steps list={list} collectivity={collectivity} />
      </PageSection>
      {list.state === "not_requested" && (
        <Request collectivity={collectivity} star={STARS.find((star) => String(star) === etoile) ?? null} />
      )}
      <AuditHistory audits={list.audits.filter(({ closedAt }) => closedAt !== null)} {...sheet} />
    </>
  );
}

/** What the person may do now with what is open. */
function Steps({ list, collectivity: { id, role } }: { list: AuditList; collectivity: PlanAccess }) {
  if (list.state === "not_requested") return null;
  const { label, hint } = CLOSING[list.state];
  const mayAdminister = isGrantedInPlan(role, "administer");
  return (
    <>
      {list.state === "requested" && mayAdminister && <StartForm collectivity={id} />}
      {list.state === "audit_under_way" && isGrantedInPlan(role, "validate") && <ValidateForm collectivity={id} />}
      {mayAdminister && (
        <ReasonedAct
          action={closeAuditAction}
          fields={{ collectivity: id }}
          label={label}
          about="le plan climat"
          hint={hint}
        />
      )}
      {!mayAdminister && list.state === "requested" && (
        <p>Un administrateur de la collectivité commence l’audit, ou retire la demande.</p>
      )}
    </>
  );
}

async function Request({ collectivity, star }: { collectivity: PlanAccess; star: number | null }) {
  const plan = await readClimatePlan(collectivity.id);
  const checks = STARS.map((each) => checkLabel(plan, each));
  // The highest star the score allows, unless another one was asked about.
  const shown = checks.find((check) => check.star === star) ?? checks.findLast(({ isScoreEnough }) => isScoreEnough);
  const check = shown ?? checks[0];
  if (!check) return null;
  const { measureDepth, id: referential } = plan.referential;
  return (
    <PageSection title="Ce qu’une étoile demande">
      <LabelConditions
        check={check}
        collectivityId={collectivity.id}
        measureDepth={measureDepth}
        referential={referential}
      />
      {collectivity.mayWrite && (
        <RequestForm
          key={check.star}
          address={`/api/v1/collectivities/${collectivity.id}/climate-plan/audits`}
          star={check.star}
          isReady={check.isComplete && check.isScoreEnough && check.meetsCriteria}
        />
      )}
    </PageSection>
  );
}
