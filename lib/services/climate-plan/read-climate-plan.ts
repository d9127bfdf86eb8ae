import "server-only";
import { listClimateNotes } from "@/lib/data/climate-notes";
import { findClimateProfile } from "@/lib/data/climate-profiles";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { factsOfProfile } from "@/lib/domain/scoring/facts-of-profile";
import type { ExplainedConsequence } from "@/lib/domain/scoring/personalisation";
import { personalise } from "@/lib/domain/scoring/personalise";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import type { Referential } from "@/lib/domain/scoring/referential";
import { listOpenQuestions } from "@/lib/domain/scoring/rules/list-open-questions";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoringTree } from "@/lib/domain/scoring/scoring-tree";
import type { TreeScores } from "@/lib/domain/scoring/tree-scores";
import { readClimateReferential } from "./read-climate-referential";
import { type Personalisation, readShippedPersonalisation } from "./read-shipped-personalisation";

/** Said of nobody: a collectivity in mainland France that has answered nothing. */
const NO_PROFILE: ClimateProfile = { kind: null, population: null, isOverseas: false, answers: new Map() };

export type ClimatePlan = {
  readonly referential: Referential;
  /** Null: it is the one of the product. */
  readonly importedAtMs: number | null;
  /** Of actions the referential has; answers of others wait for a text that has them. */
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  /** What is said beside the statuses, of actions the referential has. */
  readonly notes: ReadonlyMap<string, ActionNote>;
  /** Actions answered once that this referential does not have. */
  readonly otherAnswers: number;
  readonly profile: ClimateProfile;
  /** Those that may still change what an action of this referential is worth to this collectivity. */
  readonly questions: Personalisation["questions"];
  /** Those on actions of this referential. */
  readonly rules: Personalisation["rules"];
  readonly explained: ReadonlyMap<string, ExplainedConsequence>;
  /** The same without what caused them, by id. */
  readonly consequences: ReadonlyMap<string, Consequence>;
  readonly tree: ScoringTree;
  readonly scores: TreeScores;
};

/** The climate plan of a collectivity, scored. */
export async function readClimatePlan(collectivityId: AuthorizedClimatePlanId): Promise<ClimatePlan> {
  const [{ referential, importedAtMs }, answered, written, kept] = await Promise.all([
    readClimateReferential(collectivityId),
    listClimateStatuses(collectivityId),
    listClimateNotes(collectivityId),
    findClimateProfile(collectivityId),
  ]);
  const profile = kept ?? NO_PROFILE;
  const tree = prepareScoringTree(referential.root, referential.measureDepth);
  const statuses = new Map([...answered].filter(([id]) => isAnswerable(tree, id)));
  const notes = new Map([...written].filter(([id]) => isAnswerable(tree, id)));
  const shipped = readShippedPersonalisation();
  const rules = shipped.rules.filter(({ node }) => tree.indexById.has(node));
  const facts = factsOfProfile(profile);
  const open = new Set(rules.flatMap(({ rule }) => [...listOpenQuestions(rule, facts.identity)]));
  const questions = shipped.questions.filter(({ id }) => open.has(id));
  const explained = personalise(rules, facts);
  const consequences = new Map<string, Consequence>([...explained].map(([id, { consequence }]) => [id, consequence]));
  const scores = scoreTree(tree, { statuses, consequences, redistribute: true });
  const otherAnswers = answered.size - statuses.size;
  const read = { referential, importedAtMs, statuses, notes, otherAnswers, profile, questions };
  return { ...read, rules, explained, consequences, tree, scores };
}

/** Whether a tree has an action, and one that answers: a text may have moved it up among the measures. */
function isAnswerable({ indexById, depths, measureDepth }: ScoringTree, id: string): boolean {
  const index = indexById.get(id);
  return index !== undefined && (depths[index] as number) > measureDepth;
}
