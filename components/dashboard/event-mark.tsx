"use client";

import { useId } from "react";
import { EnergyPatterns } from "@/components/charts/energy-patterns";
import type { EventFact } from "@/lib/domain/dashboard/operation-event";

type Kind = EventFact["kind"];

/** What lasts is a bar; the others happen on one day. */
const BARS: Readonly<
  Partial<Record<Kind, { readonly color: string; readonly pattern?: string; readonly dash?: string }>>
> = {
  key: { color: "var(--curve-1)" },
  missing: { color: "var(--energy-missing-hatch)", pattern: "missing" },
  corrected: { color: "var(--measure-copied)" },
  settled: { color: "var(--energy-self-consumed)" },
  to_recompute: { color: "var(--energy-surplus-hatch)", pattern: "surplus", dash: "4 3" },
  suspended: { color: "var(--energy-missing-hatch)", pattern: "missing" },
  ended: { color: "var(--curve-7)" },
};

/** Drawn around the origin, apart in shape as in colour. */
const SHAPES: Readonly<Partial<Record<Kind, { readonly path: string; readonly color: string }>>> = {
  entry: { path: "M0 -7L7 6H-7Z", color: "var(--energy-self-consumed)" },
  exit: { path: "M0 7L7 -6H-7Z", color: "var(--curve-7)" },
  anniversary: { path: "M0 -8L8 0L0 8L-8 0Z", color: "var(--curve-5)" },
  resumed: { path: "M-6 -7V7L7 0Z", color: "var(--energy-self-consumed)" },
};

export type EventMarkProps = {
  kind: Kind;
  /** Prefix of the patterns of its drawing. */
  prefix: string;
  /** Edges of a bar; a shape stands at its start. [px] */
  fromX: number;
  toX: number;
  /** Middle. [px] */
  y: number;
  /** Of a bar. [px] */
  height: number;
};

/** One event on its line: a bar for what lasts, a shape for what happens on a day. */
export function EventMark({ kind, prefix, fromX, toX, y, height }: EventMarkProps) {
  const shape = SHAPES[kind];
  if (shape) {
    return (
      <path d={shape.path} fill={shape.color} stroke="var(--chart-surface)" transform={`translate(${fromX} ${y})`} />
    );
  }
  const bar = BARS[kind];
  if (!bar) return null;
  return (
    <rect
      x={fromX + 1}
      y={y - height / 2}
      width={Math.max(3, toX - fromX - 2)}
      height={height}
      rx={2}
      fill={bar.pattern ? `url(#${prefix}-${bar.pattern})` : bar.color}
      stroke={bar.color}
      strokeDasharray={bar.dash}
    />
  );
}

/** The mark of a kind of event, as the time line draws it. */
export function EventSwatch({ kind }: { kind: Kind }) {
  const prefix = useId();
  return (
    <svg width={20} height={18} viewBox="0 0 20 18" aria-hidden="true" focusable="false">
      <defs>
        <EnergyPatterns prefix={prefix} />
      </defs>
      <EventMark kind={kind} prefix={prefix} fromX={kind in SHAPES ? 10 : 0} toX={20} y={9} height={12} />
    </svg>
  );
}
