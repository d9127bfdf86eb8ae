import { expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { listReportedActions } from "@/lib/domain/scoring/list-reported-actions";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { reportedDoneRatio } from "@/lib/domain/scoring/reported-done-ratio";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { testTree } from "../../../support/scoring-trees";

const { root, measureDepth } = testTree("cae");
const tree = prepareScoringTree(root, measureDepth);
const OUT = new Map([["cae", { deactivated: true }]]);
const done: ActionStatus = { status: "done" };
const detailed: ActionStatus = { status: "detailed", detail: [0.25, 0.5, 0.25] };

test.for<{ what: string; consequences: Map<string, { deactivated: boolean }>; statuses: Map<string, ActionStatus> }>([
  { what: "nothing said", consequences: new Map(), statuses: new Map() },
  { what: "points to earn", consequences: new Map(), statuses: new Map([["cae_1.1.1.1", done]]) },
  { what: "nothing said of a plan without points", consequences: OUT, statuses: new Map() },
  {
    what: "tasks and sub-actions of a plan without points",
    consequences: OUT,
    statuses: new Map<string, ActionStatus>([
      ["cae_3.1.1.5", detailed],
      ["cae_3.1.1.4.1", done],
      ["cae_3.1.1.4.2", { status: "not_concerned" }],
      ["cae_1.1.1.1", done],
    ]),
  },
])("the report says what the screen does: $what", ({ consequences, statuses }) => {
  const scores = scoreTree(tree, { statuses, consequences, redistribute: true });
  const actions = listReportedActions({
    tree,
    scores: Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)])),
    statuses,
    texts: new Map(),
    notes: new Map(),
    evidence: new Map(),
  });
  expect(reportedDoneRatio(actions)).toBeCloseTo(doneRatio(scores, 0), 12);
});
