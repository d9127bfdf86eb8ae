"use client";

import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import { AXIS_TEXT } from "@/components/charts/chart-layout";
import { EnergyPatterns } from "@/components/charts/energy-patterns";
import { clockHour } from "./clock-hour";
import type { HeatMapDay } from "./day-hour-heat-map";
import styles from "./day-hour-heat-map.module.css";

const HOURS = 24;
const ROW = 16; // px
const LEFT = 44; // px
const TOP = 22; // px
const LABELLED_DAYS = 5; // one day in five has its number

type Place = { readonly day: number; readonly index: number };

const MOVES: Readonly<Record<string, Place>> = {
  ArrowRight: { day: 1, index: 0 },
  ArrowLeft: { day: -1, index: 0 },
  ArrowDown: { day: 0, index: 1 },
  ArrowUp: { day: 0, index: -1 },
  PageDown: { day: 7, index: 0 },
  PageUp: { day: -7, index: 0 },
  Home: { day: Number.NEGATIVE_INFINITY, index: 0 },
  End: { day: Number.POSITIVE_INFINITY, index: 0 },
};

type DayHourCellsProps = {
  days: readonly HeatMapDay[];
  highest: number;
  label: string;
  /** What an hour of a day holds, in words. */
  describe: (day: number, index: number) => string;
};

/** The picture of the map. One hour at a time can be reached: the arrows and the pointer move it. */
export function DayHourCells({ days, highest, label, describe }: DayHourCellsProps) {
  const { ref, width } = useElementSize();
  const prefix = useId();
  const [cursor, setCursor] = useState<Place>({ day: 0, index: 12 });
  const cellWidth = Math.max(1, (width - LEFT) / days.length);
  const height = TOP + HOURS * ROW;
  const place = boxOf(cursor, days, cellWidth);

  function move(event: KeyboardEvent) {
    const step = MOVES[event.key];
    if (!step) return;
    event.preventDefault();
    setCursor(({ day, index }) => clamp({ day: day + step.day, index: index + step.index }, days));
  }

  function point(event: PointerEvent) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const day = Math.floor((event.clientX - left - LEFT) / cellWidth);
    const row = Math.floor((event.clientY - top - TOP) / ROW);
    const count = days[day]?.percents.length ?? HOURS;
    const index = Array.from({ length: count }, (_, at) => at).find((at) => clockHour(at, count).hour === row);
    if (index !== undefined) setCursor(clamp({ day, index }, days));
  }

  return (
    <div ref={ref} className={styles.plot} style={{ minHeight: height }} onPointerMove={point}>
      {width > 0 && (
        <>
          <svg width={width} height={height} role="img" aria-label={label}>
            <defs>
              <EnergyPatterns prefix={prefix} />
            </defs>
            {days.map(({ day }, at) =>
              at % LABELLED_DAYS === 0 ? (
                <text key={day} {...AXIS_TEXT} x={LEFT + (at + 0.5) * cellWidth} y={TOP - 7} textAnchor="middle">
                  {Number(day.slice(8))}
                </text>
              ) : null,
            )}
            {[0, 6, 12, 18].map((hour) => (
              <text key={hour} {...AXIS_TEXT} x={LEFT - 6} y={TOP + hour * ROW + 12} textAnchor="end">
                {`${hour}\u00a0h`}
              </text>
            ))}
            {days.map(({ day, percents }, at) =>
              percents.map((percent, index) => {
                const box = boxOf({ day: at, index }, days, cellWidth);
                return (
                  <rect
                    key={`${day}-${box.top}`}
                    x={box.left}
                    y={box.top}
                    width={cellWidth}
                    height={box.height}
                    fill={percent === null ? `url(#${prefix}-missing)` : "var(--week-cell)"}
                    fillOpacity={percent === null || highest === 0 ? undefined : percent / highest}
                    stroke="var(--chart-surface)"
                  />
                );
              }),
            )}
          </svg>
          <button
            type="button"
            className={styles.cursor}
            style={{ left: place.left, top: place.top, width: cellWidth + 4, height: place.height + 4 }}
            aria-label={`${describe(cursor.day, cursor.index)}. Les flèches changent de jour et d’heure.`}
            onKeyDown={move}
          />
        </>
      )}
      <p className={styles.status} aria-live="polite">
        {describe(cursor.day, cursor.index)}
      </p>
    </div>
  );
}

function clamp({ day, index }: Place, days: readonly HeatMapDay[]): Place {
  const inDays = Math.max(0, Math.min(days.length - 1, day));
  const last = (days[inDays]?.percents.length ?? HOURS) - 1;
  return { day: inDays, index: Math.max(0, Math.min(last, index)) };
}

// October's two hours share the line of the one that the clock shows.
function boxOf({ day, index }: Place, days: readonly HeatMapDay[], cellWidth: number) {
  const { hour, passage } = clockHour(index, days[day]?.percents.length ?? HOURS);
  const height = passage === null ? ROW : ROW / 2;
  return { left: LEFT + day * cellWidth, top: TOP + hour * ROW + (passage === 1 ? height : 0), height };
}
