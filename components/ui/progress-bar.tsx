import { formatCount, formatNumber } from "@/lib/format/format-number";
import styles from "./progress-bar.module.css";

export type ProgressBarProps = {
  /** What is being done: « Lecture de R63_2026-04.zip ». */
  label: string;
  done: number;
  /** Null while the amount of work is not known. */
  total: number | null;
  /** What is counted, in the singular and the plural: ["PRM", "PRM"], ["fichier", "fichiers"]. */
  counted: readonly [one: string, many: string];
};

/** Long work: what is being done and how many are left, read out politely as it changes. */
export function ProgressBar({ label, done, total, counted: [one, many] }: ProgressBarProps) {
  const left = total === null ? null : Math.max(0, total - done);
  return (
    <div className={styles.progress}>
      <progress
        aria-label={label}
        max={total ?? undefined}
        value={total === null ? undefined : Math.min(done, total)}
      />
      <p className={styles.text} aria-live="polite">
        <span>{label}</span>
        <span>
          {left === null && `${formatCount(done, one, many)} pour l’instant`}
          {left === 0 && `terminé : ${formatCount(total, one, many)}`}
          {left !== null && left > 0 && `${formatCount(left, one, many)} à traiter sur ${formatNumber(total)}`}
        </span>
      </p>
    </div>
  );
}
