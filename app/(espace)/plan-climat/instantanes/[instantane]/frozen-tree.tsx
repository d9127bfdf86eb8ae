import { ScoreBar } from "@/components/climate/score-bar";
import type { ClimateEvidence } from "@/lib/domain/scoring/climate-evidence";
import type { FrozenAction } from "@/lib/domain/scoring/climate-snapshot";
import { describeActionStatus } from "@/lib/format/describe-plan-change";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import type { ReadClimateSnapshot } from "@/lib/services/climate-plan/read-climate-snapshot";
import styles from "./frozen-tree.module.css";

type Content = ReadClimateSnapshot["content"];

/** The measures of a plan that was kept; each opens on what was said of its actions. */
export function FrozenTree({ content }: { content: Content }) {
  return content.actions.flatMap((action, index) => {
    const { id, depth, number, title } = action;
    if (depth === 0 || depth > content.measureDepth) return [];
    const score = content.scores[id];
    const name = title === null ? `${depth === 1 ? "Axe" : "Sous-axe"} ${number}` : `${number} ${title}`;
    if (depth < content.measureDepth) {
      return [
        <div key={id} className={styles.group} data-depth={depth}>
          <strong>{name}</strong>
          {score && <ScoreBar score={score} />}
        </div>,
      ];
    }
    return [
      <details key={id} className={styles.measure}>
        <summary>{name}</summary>
        {score && <ScoreBar score={score} />}
        <ul className={styles.actions}>
          {below(content.actions, index).map((each) => (
            <Action key={each.id} action={each} content={content} />
          ))}
        </ul>
      </details>,
    ];
  });
}

/** The nodes under one, which follow it. */
function below(actions: readonly FrozenAction[], index: number): readonly FrozenAction[] {
  const depth = actions[index]?.depth ?? 0;
  const end = actions.findIndex((action, place) => place > index && action.depth <= depth);
  return actions.slice(index + 1, end < 0 ? undefined : end);
}

function Action({ action: { id, number, title, depth }, content }: { action: FrozenAction; content: Content }) {
  const note = content.notes?.[id];
  const joined = content.evidence?.joined.filter(({ nodeId }) => nodeId === id) ?? [];
  const figures = content.evidence?.figures.filter(({ nodeId }) => nodeId === id) ?? [];
  const score = content.scores[id];
  return (
    <li data-depth={depth - content.measureDepth}>
      <p className={styles.title}>
        <strong>{number}</strong> {title}
      </p>
      <p className={styles.said}>
        {describeActionStatus(content.statuses[id] ?? null)}
        {note?.dueDay ? `, échéance le ${formatDay(note.dueDay)}` : ""}
        {note?.outReason ? `, parce que : ${note.outReason}` : ""}
      </p>
      {score && <ScoreBar score={score} />}
      {note?.explanation && <p className={styles.explanation}>{note.explanation}</p>}
      {joined.length > 0 && (
        <ul className={styles.said}>
          {joined.map((proof) => (
            <li key={proof.id}>{describeProof(proof)}</li>
          ))}
        </ul>
      )}
      {figures.map(({ id: row, operation, computedAtMs, figures: values }) => (
        <p key={row} className={styles.said}>
          {`Chiffres de l’opération « ${operation.name} » du ${formatInstantDay(computedAtMs)} : ${formatCount(values.length, "valeur", "valeurs")}`}
        </p>
      ))}
    </li>
  );
}

function describeProof(proof: ClimateEvidence): string {
  const day = proof.day ? `, ${formatDay(proof.day)}` : "";
  return `${proof.title}${day} (${proof.kind === "link" ? proof.url : proof.fileName})`;
}
