import { listReferentialNodes } from "./list-referential-nodes";
import type { Referential, ReferentialNode } from "./referential";

/** What another text would change of one action. */
export type ReferentialChange = {
  readonly kind: "added" | "removed" | "repriced";
  readonly number: string;
  readonly title: string | null;
  /** [points] Null where the text does not have it. */
  readonly pointsBefore: number | null;
  readonly pointsAfter: number | null;
  /** Whether an answer stands on it: on what goes, it waits for a text that has it. */
  readonly isAnswered: boolean;
};

/** Less than this is the dust of percents of percents. [points] */
const TOLERANCE = 1e-6;

/**
 * What a text would change when it takes the place of another: actions it adds, takes away, or gives another worth, in the
 * order of their numbers. Axes that are written nowhere are left out.
 *
 * @param answered - Ids of the actions that have an answer.
 */
export function compareReferentials(
  before: Referential,
  after: Referential,
  answered: ReadonlySet<string>,
): readonly ReferentialChange[] {
  const old = byId(before);
  const recent = byId(after);
  const change = (node: ReferentialNode, kind: ReferentialChange["kind"]): ReferentialChange => ({
    kind,
    number: node.number,
    title: node.title,
    pointsBefore: old.get(node.id)?.points ?? null,
    pointsAfter: recent.get(node.id)?.points ?? null,
    isAnswered: answered.has(node.id),
  });
  const removed = [...old.values()].filter(({ id }) => !recent.has(id)).map((node) => change(node, "removed"));
  const others = [...recent.values()].flatMap((node) => {
    const known = old.get(node.id);
    if (!known) return [change(node, "added")];
    return Math.abs(known.points - node.points) > TOLERANCE ? [change(node, "repriced")] : [];
  });
  return [...removed, ...others];
}

function byId({ root }: Referential): ReadonlyMap<string, ReferentialNode> {
  const written = listReferentialNodes(root).filter(({ title }) => title !== null);
  return new Map(written.map((node) => [node.id, node]));
}
