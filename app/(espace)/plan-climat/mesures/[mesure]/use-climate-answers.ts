"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { listCascadingStatuses } from "@/lib/domain/scoring/list-cascading-statuses";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoreNode, ScoringTree } from "@/lib/domain/scoring/scoring-tree";
import { settlePickedStatus } from "@/lib/domain/scoring/settle-picked-status";
import type { PickedStatus } from "@/lib/domain/scoring/stored-status";
import type { TreeScores } from "@/lib/domain/scoring/tree-scores";
import { saveStatusesAction } from "./actions";

type Given = {
  readonly root: ScoreNode;
  readonly statuses: readonly (readonly [string, ActionStatus])[];
  readonly consequences: readonly (readonly [string, Consequence])[];
  readonly collectivity: string;
};

export type ClimateAnswers = {
  readonly tree: ScoringTree;
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  readonly scores: TreeScores;
  readonly isSaving: boolean;
  /** Why what was answered is not saved yet; null when it is, or is on its way. */
  readonly failure: string | null;
  readonly pick: (id: string, picked: PickedStatus) => void;
  readonly retry: () => void;
};

const UNREACHABLE =
  "Le serveur ne répond pas : vérifiez votre connexion, puis réessayez. Rien n’est perdu tant que cette page reste ouverte.";

/**
 * The answers of one measure: scored here as soon as they are given, saved one batch after the other.
 *
 * What could not be saved waits, and goes with the next try.
 */
export function useClimateAnswers({ root, statuses: given, consequences, collectivity }: Given): ClimateAnswers {
  const tree = useMemo(() => prepareScoringTree(root, 0), [root]);
  const changes = useMemo(() => new Map(consequences), [consequences]);
  const [statuses, setStatuses] = useState<ReadonlyMap<string, ActionStatus>>(() => new Map(given));
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const waiting = useRef(new Map<string, PickedStatus>());
  const isSending = useRef(false);
  const scores = useMemo(
    () => scoreTree(tree, { statuses, consequences: changes, redistribute: true }),
    [tree, statuses, changes],
  );

  useEffect(() => {
    if (failure === null) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [failure]);

  async function send() {
    if (isSending.current) return;
    isSending.current = true;
    setIsSaving(true);
    while (waiting.current.size > 0) {
      const batch = waiting.current;
      waiting.current = new Map();
      const reason = await save(collectivity, batch);
      setFailure(reason);
      if (reason === null) continue;
      // What was answered since counts more.
      waiting.current = new Map([...batch, ...waiting.current]);
      break;
    }
    isSending.current = false;
    setIsSaving(false);
  }

  function pick(id: string, picked: PickedStatus) {
    const answer = new Map([[id, settlePickedStatus(picked)]]);
    const written = [...listCascadingStatuses(tree, statuses, answer), ...answer];
    setStatuses(new Map([...statuses, ...written]));
    // As it is shown: what a task does to its sub-action goes along, so that the order of two clicks is not lost.
    for (const [nodeId, status] of written) waiting.current.set(nodeId, status);
    void send();
  }

  return { tree, statuses, scores, isSaving, failure, pick, retry: () => void send() };
}

/** Why a batch could not be saved; null when it was. */
async function save(collectivity: string, batch: ReadonlyMap<string, PickedStatus>): Promise<string | null> {
  try {
    const statuses = [...batch] as Parameters<typeof saveStatusesAction>[0]["statuses"];
    const state = await saveStatusesAction({ collectivity, statuses });
    return state.status === "failed" ? state.message : null;
  } catch {
    return UNREACHABLE;
  }
}
