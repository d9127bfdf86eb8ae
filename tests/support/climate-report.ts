import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { ClimateReport, ReportedNote } from "@/lib/domain/scoring/climate-report";
import { listMovedMeasures } from "@/lib/domain/scoring/list-moved-measures";
import { listReportedActions } from "@/lib/domain/scoring/list-reported-actions";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ActionCategory } from "@/lib/domain/scoring/referential";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { sumActionPoints } from "@/lib/domain/scoring/sum-action-points";
import { civilDate } from "@/lib/domain/time/civil-date";
import { testTree } from "./scoring-trees";

const CATEGORIES: readonly ActionCategory[] = ["bases", "implementation", "effects"];
const STATUSES: readonly ActionStatus[] = [
  { status: "done" },
  { status: "planned" },
  { status: "not_done" },
  { status: "detailed", detail: [0.2, 0.5, 0.3] },
  { status: "not_concerned" },
];

const NOTE: ReportedNote = {
  explanation: '=HYPERLINK("http://example.com")\nsuite',
  outReason: null,
  pilot: "+Service énergie",
  dueDay: civilDate("2027-03-31"),
};

/** A report on the whole programme, 1 471 nodes, most of them answered; its texts would be formulas if they could. */
export function climateReport(): ClimateReport {
  const { root, measureDepth } = testTree("cae");
  const tree = prepareScoringTree(root, measureDepth);
  const leaves = tree.ids.filter((_, index) => tree.ends[index] === index + 1);
  const score = (statuses: ReadonlyMap<string, ActionStatus>) => {
    const scores = scoreTree(tree, { statuses, consequences: new Map(), redistribute: true });
    return Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)]));
  };
  const statuses = new Map(leaves.map((id, index) => [id, STATUSES[index % 6] ?? ({ status: "unfilled" } as const)]));
  statuses.set("cae_3.1.1.5.2", { status: "detailed", detail: [0.2, 0.5, 0.3] });
  const texts = tree.ids.map((id, index) => {
    const isSubAction = tree.depths[index] === measureDepth + 1;
    const category = isSubAction ? (CATEGORIES[index % CATEGORIES.length] ?? null) : null;
    return [id, { title: index === 0 ? null : `-Action ${index}`, category }] as const;
  });
  const scores = score(statuses);
  const before = score(new Map());
  const actions = listReportedActions({
    tree,
    scores,
    statuses,
    texts: new Map(texts),
    notes: new Map([["cae_3.1.1.5.2", NOTE]]),
    evidence: new Map([["cae_3.1.1.5.2", ["@délibération du 12/03/2026", "https://exemple.fr/rapport.pdf"]]]),
  });
  const whole = scores.cae;
  if (!whole || !before.cae) throw new Error("the tree has no root");
  return {
    collectivityName: "Commune de Saint-Exemple",
    snapshot: null,
    writtenAtMs: Date.UTC(2026, 10, 22, 12),
    referentialImportedAtMs: Date.UTC(2026, 5, 2, 8),
    stars: 2,
    doneRatio: whole.donePoints / whole.potentialPoints,
    root: whole,
    actions,
    categories: sumActionPoints(actions),
    personalisation: {
      identity: [["Type", "Commune"]],
      answers: [{ theme: "Énergie", question: "Question ?", answer: "non" }],
      consequences: [
        {
          number: "3.1.1",
          title: "Distribution",
          effect: "compte pour 70 % de ses points",
          reasons: ["« Question ? » : non"],
          referencePoints: 10,
          potentialPoints: 7,
        },
      ],
    },
    change: {
      name: "Printemps",
      takenAtMs: Date.UTC(2026, 3, 1),
      before: before.cae,
      measures: listMovedMeasures(actions, before),
    },
  };
}
