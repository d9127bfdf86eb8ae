"use client";

import { useId } from "react";
import { ScoreBar } from "@/components/climate/score-bar";
import { PageSection } from "@/components/ui/page-section";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { isLate } from "@/lib/domain/scoring/is-late";
import { listActionGaps } from "@/lib/domain/scoring/list-action-gaps";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { shownStatus } from "@/lib/domain/scoring/shown-status";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { actionAnchor } from "@/lib/format/action-anchor";
import { CATEGORY_WORDS } from "@/lib/format/climate-words";
import type { Pilot } from "./action-note-fields";
import { ActionNoteSection } from "./action-note-section";
import styles from "./measure-board.module.css";
import { NodeTexts } from "./node-texts";
import { SaveState } from "./save-state";
import { StatusChoice } from "./status-choice";
import { type ActionNotes, EMPTY_NOTE, useActionNotes } from "./use-action-notes";
import { type ClimateAnswers, useClimateAnswers } from "./use-climate-answers";

export type BoardNode = Omit<ReferentialNode, "theme" | "children"> & { readonly children: readonly BoardNode[] };

export type MeasureBoardProps = {
  root: BoardNode;
  statuses: readonly (readonly [string, ActionStatus])[];
  notes: readonly (readonly [string, ActionNote])[];
  consequences: readonly (readonly [string, Consequence])[];
  collectivity: string;
  /** Who looks: what one person could not save is not kept for the next. */
  userId: string;
  members: readonly Pilot[];
  day: CivilDate;
  mayWrite: boolean;
};

/** What every action of the board is shown from. */
type Board = Pick<MeasureBoardProps, "members" | "day" | "mayWrite"> & {
  readonly answers: ClimateAnswers;
  readonly notes: ActionNotes;
};

/** A measure to fill in: each answer is scored at once, and saved behind it. */
export function MeasureBoard({ root, notes: given, mayWrite, userId, members, day, ...measure }: MeasureBoardProps) {
  const { collectivity } = measure;
  const keyOf = (kind: string) => (mayWrite ? `plan-climat/${userId}/${collectivity}/${root.id}/${kind}` : null);
  const answers = useClimateAnswers({ root, storageKey: keyOf("statuses"), ...measure });
  const notes = useActionNotes({ notes: given, collectivity, storageKey: keyOf("notes") });
  const board: Board = { answers, notes, members, day, mayWrite };
  return (
    <>
      <PageSection title="Score de la mesure">
        <ScoreBar score={readNodeScore(answers.tree, answers.scores, 0)} />
        <NodeTexts sections={root.sections} isOpen />
      </PageSection>
      <SaveState queues={[answers.queue, notes.queue]} />
      {root.children.map((node) => (
        <SubAction key={node.id} node={node} board={board} />
      ))}
    </>
  );
}

type NodeProps = { node: BoardNode; board: Board };

function SubAction({ node, board }: NodeProps) {
  const category = node.category === null ? "" : ` (${CATEGORY_WORDS[node.category].toLowerCase()})`;
  return (
    <PageSection title={`${node.number} ${node.title ?? ""}${category}`} anchor={actionAnchor(node.number)}>
      <Answer node={node} board={board} />
      <ul className={styles.tasks}>
        {node.children.map((task) => (
          <Task key={task.id} node={task} board={board} />
        ))}
      </ul>
    </PageSection>
  );
}

function Task({ node, board }: NodeProps) {
  const titleId = useId();
  return (
    <li className={styles.task} id={actionAnchor(node.number)} aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        <strong>{node.number}</strong> {node.title}
      </p>
      <Answer node={node} board={board} />
    </li>
  );
}

function Answer({ node, board: { answers, notes, members, day, mayWrite } }: NodeProps) {
  const { tree, scores, statuses, pick } = answers;
  const index = tree.indexById.get(node.id) as number;
  const parent = tree.parents[index] as number;
  const note = notes.notes.get(node.id) ?? EMPTY_NOTE;
  const status = statuses.get(node.id) ?? null;
  const shown = shownStatus(tree, scores, statuses, index);
  const isOutFromAbove = scores.deactivated[index] === 1 || scores.concerned[parent] === 0;
  return (
    <div className={styles.answer}>
      <StatusChoice
        id={node.id}
        number={node.number}
        hasTasks={node.children.length > 0}
        status={status}
        shown={shown}
        isDisabled={!mayWrite || isOutFromAbove}
        onPick={(picked) => pick(node.id, picked)}
      />
      <ScoreBar score={readNodeScore(tree, scores, index)} />
      <ActionNoteSection
        number={node.number}
        note={note}
        gaps={listActionGaps({ tree, scores, statuses, notes: notes.notes }, index)}
        isLate={isLate(note.dueDay, shown, day)}
        isOut={status?.status === "not_concerned"}
        members={members}
        mayWrite={mayWrite}
        onChange={(change, isTyped) => notes.change(node.id, change, isTyped)}
        onLeave={notes.queue.send}
      />
      <NodeTexts sections={node.sections} />
    </div>
  );
}
