import "server-only";
import type { ClimateSnapshot } from "@/lib/data/climate-snapshots";
import { listMembers } from "@/lib/data/members";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ReportedNote } from "@/lib/domain/scoring/climate-report";
import { listReferentialNodes } from "@/lib/domain/scoring/list-referential-nodes";
import type { PlanState } from "@/lib/domain/scoring/list-reported-actions";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { treeOfScores } from "@/lib/domain/scoring/tree-of-scores";
import { freezeEvidence } from "./freeze-evidence";
import { listEvidenceLines } from "./list-evidence-lines";
import type { ClimatePlan } from "./read-climate-plan";
import { CAE } from "./read-climate-referential";

/** Who was a member when he was named, and is none any more. */
const FORMER_MEMBER = "Ancien membre de la collectivité";

/** A plan as it stands, or as a snapshot kept it: titles are those of the text in force. */
export async function readPlanState(
  collectivityId: AuthorizedClimatePlanId,
  plan: ClimatePlan,
  snapshot: ClimateSnapshot | null,
): Promise<PlanState> {
  const members = new Map((await listMembers(collectivityId)).map(({ userId, name }) => [userId, name]));
  const texts = new Map(
    listReferentialNodes(plan.referential.root).map(({ id, title, category }) => [id, { title, category }] as const),
  );
  const named = (notes: Iterable<readonly [string, ActionNote]>) =>
    new Map([...notes].map(([id, note]) => [id, nameNote(note, members)] as const));
  if (!snapshot) {
    const { tree, scores, statuses, notes } = plan;
    const read = Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)]));
    const evidence = listEvidenceLines(await freezeEvidence(collectivityId));
    return { tree, scores: read, statuses, texts, notes: named(notes), evidence };
  }
  const { scores, statuses, notes, evidence } = snapshot.content;
  return {
    tree: treeOfScores(scores, CAE, plan.referential.measureDepth),
    scores,
    statuses: new Map(Object.entries(statuses)),
    texts,
    notes: named(Object.entries(notes ?? {})),
    evidence: listEvidenceLines(evidence ?? { joined: [], figures: [] }),
  };
}

function nameNote({ pilot, ...note }: ActionNote, members: ReadonlyMap<string, string>): ReportedNote {
  if (!pilot) return { ...note, pilot };
  return { ...note, pilot: pilot.kind === "service" ? pilot.name : (members.get(pilot.userId) ?? FORMER_MEMBER) };
}
