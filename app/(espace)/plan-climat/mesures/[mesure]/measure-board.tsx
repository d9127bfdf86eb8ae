"use client";

import { Button } from "@mantine/core";
import { useId } from "react";
import { ScoreBar } from "@/components/climate/score-bar";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { shownStatus } from "@/lib/domain/scoring/shown-status";
import { CATEGORY_WORDS } from "@/lib/format/climate-words";
import styles from "./measure-board.module.css";
import { NodeTexts } from "./node-texts";
import { StatusChoice } from "./status-choice";
import { type ClimateAnswers, useClimateAnswers } from "./use-climate-answers";

export type BoardNode = Omit<ReferentialNode, "theme" | "children"> & { readonly children: readonly BoardNode[] };

export type MeasureBoardProps = {
  root: BoardNode;
  statuses: readonly (readonly [string, ActionStatus])[];
  consequences: readonly (readonly [string, Consequence])[];
  collectivity: string;
  mayWrite: boolean;
};

/** A measure to fill in: each answer is scored at once, and saved behind it. */
export function MeasureBoard({ root, mayWrite, ...given }: MeasureBoardProps) {
  const answers = useClimateAnswers({ root, ...given });
  return (
    <>
      <PageSection title="Score de la mesure">
        <ScoreBar score={readNodeScore(answers.tree, answers.scores, 0)} />
        <NodeTexts sections={root.sections} isOpen />
      </PageSection>
      <SaveState answers={answers} />
      {root.children.map((node) => (
        <SubAction key={node.id} node={node} answers={answers} mayWrite={mayWrite} />
      ))}
    </>
  );
}

function SaveState({ answers: { failure, isSaving, retry } }: { answers: ClimateAnswers }) {
  if (failure) {
    return (
      <Notice
        tone="danger"
        title="Des réponses ne sont pas encore enregistrées"
        live
        actions={
          <Button onClick={retry} loading={isSaving}>
            Réessayer
          </Button>
        }
      >
        {failure}
      </Notice>
    );
  }
  return (
    <p className={styles.saving} role="status">
      {isSaving ? "Enregistrement…" : ""}
    </p>
  );
}

type NodeProps = { node: BoardNode; answers: ClimateAnswers; mayWrite: boolean };

function SubAction({ node, answers, mayWrite }: NodeProps) {
  const category = node.category === null ? "" : ` (${CATEGORY_WORDS[node.category].toLowerCase()})`;
  return (
    <PageSection title={`${node.number} ${node.title ?? ""}${category}`}>
      <Answer node={node} answers={answers} mayWrite={mayWrite} />
      <ul className={styles.tasks}>
        {node.children.map((task) => (
          <Task key={task.id} node={task} answers={answers} mayWrite={mayWrite} />
        ))}
      </ul>
    </PageSection>
  );
}

function Task({ node, answers, mayWrite }: NodeProps) {
  const titleId = useId();
  return (
    <li className={styles.task} aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        <strong>{node.number}</strong> {node.title}
      </p>
      <Answer node={node} answers={answers} mayWrite={mayWrite} />
    </li>
  );
}

function Answer({ node, answers, mayWrite }: NodeProps) {
  const { tree, scores, statuses, pick } = answers;
  const index = tree.indexById.get(node.id) as number;
  const parent = tree.parents[index] as number;
  const score = readNodeScore(tree, scores, index);
  const isOutFromAbove = score.deactivated || scores.concerned[parent] === 0;
  return (
    <div className={styles.answer}>
      <StatusChoice
        id={node.id}
        number={node.number}
        hasTasks={node.children.length > 0}
        status={statuses.get(node.id) ?? null}
        shown={shownStatus(tree, scores, statuses, index)}
        isDisabled={!mayWrite || isOutFromAbove}
        onPick={(picked) => pick(node.id, picked)}
      />
      <ScoreBar score={score} />
      <NodeTexts sections={node.sections} />
    </div>
  );
}
