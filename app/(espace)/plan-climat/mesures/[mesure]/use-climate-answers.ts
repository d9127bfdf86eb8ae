"use client";

import { useMemo, useState } from "react";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { listCascadingStatuses } from "@/lib/domain/scoring/list-cascading-statuses";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoreNode, ScoringTree } from "@/lib/domain/scoring/scoring-tree";
import { settlePickedStatus } from "@/lib/domain/scoring/settle-picked-status";
import type { PickedStatus } from "@/lib/domain/scoring/stored-status";
import type { TreeScores } from "@/lib/domain/scoring/tree-scores";
import type { SaveStatuses } from "@/lib/schemas/climate-plan";
import { saveStatusesAction } from "./actions";
import { type SaveQueue, useSaveQueue } from "./use-save-queue";

type Given = {
  readonly root: ScoreNode;
  readonly statuses: readonly (readonly [string, ActionStatus])[];
  readonly consequences: readonly (readonly [string, Consequence])[];
  readonly collectivity: string;
  /** Null: nothing may be saved. */
  readonly storageKey: string | null;
};

export type ClimateAnswers = {
  readonly tree: ScoringTree;
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  readonly scores: TreeScores;
  readonly queue: SaveQueue<ActionStatus>;
  readonly pick: (id: string, picked: PickedStatus) => void;
};

/** The answers of one measure: scored here as soon as they are given, saved behind. */
export function useClimateAnswers({ root, statuses: given, consequences, collectivity, storageKey }: Given) {
  const tree = useMemo(() => prepareScoringTree(root, 0), [root]);
  const changes = useMemo(() => new Map(consequences), [consequences]);
  const [statuses, setStatuses] = useState<ReadonlyMap<string, ActionStatus>>(() => new Map(given));
  const scores = useMemo(
    () => scoreTree(tree, { statuses, consequences: changes, redistribute: true }),
    [tree, statuses, changes],
  );
  const write = (written: ReadonlyMap<string, ActionStatus>) =>
    setStatuses((before) => new Map([...before, ...[...written].filter(([id]) => tree.indexById.has(id))]));
  const queue = useSaveQueue<ActionStatus>({
    storageKey,
    save: (batch) => saveStatusesAction({ collectivity, statuses: batch as SaveStatuses["statuses"] }),
    merge: (_earlier, later) => later,
    onRestore: write,
  });

  function pick(id: string, picked: PickedStatus) {
    const answer = new Map([[id, settlePickedStatus(picked)]]);
    // As it is shown: what a task does to its sub-action goes along, so that the order of two clicks is not lost.
    const written = new Map([...listCascadingStatuses(tree, statuses, answer), ...answer]);
    write(written);
    queue.add(written);
  }

  return { tree, statuses, scores, queue, pick } satisfies ClimateAnswers;
}
