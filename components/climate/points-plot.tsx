import { useId } from "react";
import { formatNumber } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import type { ShownPoints } from "@/lib/format/split-points";
import styles from "./points-chart.module.css";
import { PointsPattern } from "./points-pattern";

/** A part of a plan, its points as they are shown. */
export type ChartedPart = {
  readonly id: string;
  readonly name: string;
  readonly points: ShownPoints;
  /** What is done of it before its points are rounded, from 0 to 1; null where it can earn nothing. */
  readonly doneRatio: number | null;
};

// px
const LINE = 19;
const BAR_HEIGHT = 14;
const GAP = 12;

/** What a telephone shows of a line. */
const LETTERS = 42;

const ONE = { minDecimals: 1 } as const;

/** Each part as a bar over its whole potential: how far it is, whatever it weighs. Its points stand below in figures. */
export function PointsPlot({ parts, label }: { parts: readonly ChartedPart[]; label: string }) {
  const prefix = useId();
  const rows = layOut(parts);
  return (
    <svg width="100%" height={rows.at(-1)?.end ?? 0} role="img" aria-label={label} className={styles.plot}>
      <defs>
        <PointsPattern id={`${prefix}-planned`} />
      </defs>
      {rows.map(({ part: { id, points, doneRatio }, lines, y, barY }) => (
        <g key={id}>
          <text className={styles.name}>
            {lines.map((line, index) => (
              <tspan key={line} x="0" y={y + (index + 1) * LINE - 5}>
                {line}
              </tspan>
            ))}
          </text>
          <Bar points={points} y={barY} planned={`url(#${prefix}-planned)`} />
          <text x="0" y={barY + BAR_HEIGHT + LINE - 4} className={styles.figure}>
            {figureOf(points, doneRatio)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function layOut(parts: readonly ChartedPart[]) {
  let end = 0;
  return parts.map((part) => {
    const y = end;
    const lines = wrapWords(part.name);
    const barY = y + lines.length * LINE + 2;
    end = barY + BAR_HEIGHT + LINE + GAP;
    return { part, lines, y, barY, end };
  });
}

function wrapWords(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function Bar({ points, y, planned }: { points: ShownPoints; y: number; planned: string }) {
  const { potential, done, notDone } = points;
  if (potential <= 0) return null;
  const percent = (value: number) => `${(100 * value) / potential}%`;
  const bar = { y, height: BAR_HEIGHT };
  return (
    <>
      <rect {...bar} x="0" width="100%" className={styles.rest} />
      <rect {...bar} x="0" width={percent(done)} className={styles.done} />
      <rect {...bar} x={percent(done)} width={percent(points.planned)} fill={planned} />
      <rect {...bar} x={percent(done + points.planned)} width={percent(notDone)} className={styles.notDone} />
      <rect {...bar} x="0" width="100%" className={styles.frame} />
    </>
  );
}

function figureOf({ potential, done }: ShownPoints, doneRatio: number | null): string {
  if (doneRatio === null) return "rien à gagner";
  return `${formatNumber(done, ONE)} sur ${formatNumber(potential, ONE)} points faits, ${formatPercent(doneRatio, 0)}`;
}
