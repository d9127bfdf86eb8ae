import type { Metadata, Route } from "next";
import { AuditNotice } from "@/components/climate/audit-notice";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { listUnprovenActions } from "@/lib/domain/scoring/list-unproven-actions";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { type NamedAction, toActionOptions } from "@/lib/format/action-options";
import { formatCount } from "@/lib/format/format-number";
import { isGrantedInPlan } from "@/lib/server/permissions";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { type ClimateEvidenceSheet, readClimateEvidence } from "@/lib/services/climate-plan/read-climate-evidence";
import { type ClimatePlan, readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { EvidenceByAction } from "./evidence-by-action";
import { EVIDENCE_KINDS, EvidenceFilters } from "./evidence-filters";
import { JoinEvidenceForm } from "./join-evidence-form";
import { RefreshFiguresButton } from "./refresh-figures-button";

export const metadata: Metadata = { title: "Preuves du plan climat" };

export default async function EvidencePage({ searchParams }: PageProps<"/plan-climat/preuves">) {
  const { collectivite, nature, recherche } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  if (!chosen) return <PageHeader title="Preuves" />;
  const { collectivity: plan } = chosen;
  const [sheet, scored] = await Promise.all([readClimateEvidence(plan.id), readClimatePlan(plan.id)]);
  const actions = listActions(scored);
  const kind = EVIDENCE_KINDS.find(({ value }) => value === nature)?.value;
  const search = typeof recherche === "string" ? recherche.trim() : "";
  const shown = narrow(sheet, actions, kind, search);
  const isEmpty = sheet.joined.length + sheet.figures.length === 0;
  return (
    <>
      <PlanTabs collectivityId={plan.id} />
      <AuditNotice access={plan} />
      <PageHeader
        title="Preuves"
        lead="Ce qui montre que les actions sont faites : documents, liens, et chiffres de l’opération elle-même. Chacune garde son histoire, et un instantané les fige."
        actions={plan.mayWrite && sheet.hasOperations && <RefreshFiguresButton collectivity={plan.id} />}
      />
      <UnprovenActions plan={scored} sheet={sheet} actions={actions} collectivity={plan.id} />
      {plan.mayWrite && (
        <PageSection title="Joindre une preuve">
          <details open={isEmpty}>
            <summary>Un document ou un lien</summary>
            <JoinEvidenceForm collectivity={plan.id} actions={toActionOptions(actions)} />
          </details>
        </PageSection>
      )}
      <PageSection title="Toutes les preuves">
        {isEmpty ? (
          <EmptyState
            title="Aucune preuve"
            purpose="Une délibération, un rapport, une page publiée : ce que l’auditeur et le conseil liront à l’appui de vos réponses."
            needed="choisir l’action que le document ou le lien prouve."
          />
        ) : (
          <>
            <EvidenceFilters collectivity={plan.id} kind={kind} search={search} />
            <p role="status">
              {formatCount(shown.joined.length + shown.figures.length, "preuve affichée", "preuves affichées")}
            </p>
            <EvidenceByAction
              actions={actions}
              sheet={shown}
              collectivity={plan.id}
              mayWrite={plan.mayWrite}
              mayPurge={isGrantedInPlan(plan.role, "administer")}
            />
          </>
        )}
      </PageSection>
    </>
  );
}

type UnprovenProps = {
  plan: ClimatePlan;
  sheet: ClimateEvidenceSheet;
  actions: readonly NamedAction[];
  collectivity: string;
};

function UnprovenActions({ plan, sheet, actions, collectivity }: UnprovenProps) {
  const proven = new Set([...sheet.joined, ...sheet.figures].map(({ nodeId }) => nodeId));
  const unproven = new Set(listUnprovenActions(plan.tree, plan.statuses, proven));
  if (unproven.size === 0) return null;
  const rows = actions
    .filter(({ id }) => unproven.has(id))
    .map(({ id, number, title }) => ({
      id,
      cells: { number, title },
      href: measureAddress(number, plan.tree.measureDepth, collectivity),
    }));
  return (
    <PageSection title={`${formatCount(rows.length, "action faite", "actions faites")} sans preuve`}>
      <DataTable
        caption="Actions faites, en tout ou en partie, que rien ne prouve"
        columns={[
          { key: "number", label: "Action", kind: "text" },
          { key: "title", label: "Intitulé", kind: "text" },
        ]}
        rows={rows}
      />
    </PageSection>
  );
}

function measureAddress(number: string, measureDepth: number, collectivity: string): Route {
  const measure = number.split(".").slice(0, measureDepth).join(".");
  return `/plan-climat/mesures/${measure}?collectivite=${collectivity}#preuves` as Route;
}

/** The sub-actions and tasks of a plan, in the order of its text. */
function listActions({ referential: { root, measureDepth } }: ClimatePlan): readonly NamedAction[] {
  const visit = (node: ReferentialNode, depth: number): readonly NamedAction[] => [
    ...(depth > measureDepth ? [{ id: node.id, number: node.number, title: node.title }] : []),
    ...node.children.flatMap((child) => visit(child, depth + 1)),
  ];
  return visit(root, 0);
}

function narrow(
  { joined, figures }: ClimateEvidenceSheet,
  actions: readonly NamedAction[],
  kind: string | undefined,
  search: string,
): Pick<ClimateEvidenceSheet, "joined" | "figures"> {
  const names = new Map(actions.map(({ id, number, title }) => [id, `${number} ${title ?? ""}`]));
  const isFound = (nodeId: string, ...texts: readonly (string | null)[]) =>
    fold([names.get(nodeId) ?? "", ...texts].join(" ")).includes(fold(search));
  const isWanted = (each: ClimateEvidenceSheet["joined"][number]) =>
    kind === undefined || (kind === "lien" ? each.kind === "link" : kind === "document" && each.kind === "document");
  return {
    joined: joined.filter((each) => isWanted(each) && isFound(each.nodeId, each.title, each.note)),
    figures: figures.filter(
      (each) => (kind === undefined || kind === "operation") && isFound(each.nodeId, each.operation.name),
    ),
  };
}

// « delib » finds « Délibération ».
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
