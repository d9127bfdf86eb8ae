"use client";

import type { ActionStatus, StatusDetail } from "@/lib/domain/scoring/action-status";
import { linkDetail } from "@/lib/domain/scoring/link-detail";
import type { ShownStatus } from "@/lib/domain/scoring/shown-status";
import type { PickedStatus } from "@/lib/domain/scoring/stored-status";
import { STATUS_WORDS, UNFILLED_WORD } from "@/lib/format/climate-words";
import styles from "./measure-board.module.css";

type StatusChoiceProps = {
  id: string;
  number: string;
  hasTasks: boolean;
  status: ActionStatus | null;
  shown: ShownStatus;
  isDisabled: boolean;
  onPick: (picked: PickedStatus) => void;
};

type Choice = Exclude<PickedStatus["status"], "unfilled" | "by_task"> | "rest";

const CHOICES: readonly Choice[] = ["done", "planned", "not_done", "detailed", "not_concerned", "rest"];
/** A detail starts from a half done: what it is for is to be changed. */
const FIRST_DETAIL: StatusDetail = [0.5, 0, 0.5];
const PARTS = [
  [0, "Fait"],
  [1, "Programmé"],
  [2, "Pas fait"],
] as const;

/** The status of an action: one click, or the arrow keys. */
export function StatusChoice({ id, number, hasTasks, status, shown, isDisabled, onPick }: StatusChoiceProps) {
  const chosen: Choice = status === null || status.status === "unfilled" ? "rest" : status.status;
  const words = (choice: Choice) => {
    if (choice === "rest") return hasTasks ? STATUS_WORDS.by_task : UNFILLED_WORD;
    return STATUS_WORDS[choice];
  };
  function choose(choice: Choice) {
    if (choice === "rest") onPick({ status: hasTasks ? "by_task" : "unfilled" });
    else if (choice === "detailed") onPick({ status: choice, detail: FIRST_DETAIL });
    else onPick({ status: choice });
  }
  return (
    <fieldset className={styles.choice} disabled={isDisabled}>
      <legend className={styles.legend}>Statut de {number}</legend>
      {CHOICES.map((choice) => (
        <label key={choice} className={styles.option} data-choice={choice}>
          <input type="radio" name={`statut-${id}`} checked={chosen === choice} onChange={() => choose(choice)} />
          <span>{words(choice)}</span>
        </label>
      ))}
      {shown === "closed" && chosen !== "rest" && (
        <span className={styles.hint}>la réponse de la sous-action compte à la place</span>
      )}
      {status?.status === "detailed" && (
        <div className={styles.detail}>
          {PARTS.map(([index, label]) => (
            <label key={label}>
              {label}
              <input
                type="number"
                min={0}
                max={100}
                value={Math.round(status.detail[index] * 100)}
                onChange={(event) =>
                  onPick({ status: "detailed", detail: linkDetail(status.detail, index, Number(event.target.value)) })
                }
              />
              %
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
