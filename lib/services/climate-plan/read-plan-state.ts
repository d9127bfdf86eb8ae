import "server-only";
import { listMembers } from "@/lib/data/members";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ReportedNote } from "@/lib/domain/scoring/climate-report";
import type { PlanState } from "@/lib/domain/scoring/list-reported-actions";
import { treeOfScores } from "@/lib/domain/scoring/tree-of-scores";
import { listEvidenceLines } from "./list-evidence-lines";
import { CAE } from "./read-climate-referential";
import type { ReadClimateSnapshot } from "./read-climate-snapshot";

/** Who was a member when he was named, and is none any more. */
const FORMER_MEMBER = "Ancien membre de la collectivité";

/** A frozen plan laid out for a report, its pilots by name. */
export async function readPlanState(
  collectivityId: AuthorizedClimatePlanId,
  { scores, statuses, notes, evidence, actions, measureDepth }: ReadClimateSnapshot["content"],
): Promise<PlanState> {
  const members = new Map((await listMembers(collectivityId)).map(({ userId, name }) => [userId, name]));
  const named = Object.entries(notes ?? {}).map(([id, note]) => [id, nameNote(note, members)] as const);
  return {
    tree: treeOfScores(scores, CAE, measureDepth),
    scores,
    statuses: new Map(Object.entries(statuses)),
    texts: new Map(actions.map(({ id, title, category }) => [id, { title, category }])),
    notes: new Map(named),
    evidence: listEvidenceLines(evidence ?? { joined: [], figures: [] }),
  };
}

function nameNote({ pilot, ...note }: ActionNote, members: ReadonlyMap<string, string>): ReportedNote {
  if (!pilot) return { ...note, pilot };
  return { ...note, pilot: pilot.kind === "service" ? pilot.name : (members.get(pilot.userId) ?? FORMER_MEMBER) };
}
