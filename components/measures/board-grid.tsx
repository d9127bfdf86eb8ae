"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { EnergyPatterns } from "@/components/charts/energy-patterns";
import { completenessAt } from "@/lib/format/completeness-codes";
import { describeCompleteness } from "@/lib/format/describe-completeness";
import { formatDay, formatShortMonth } from "@/lib/format/format-date";
import { boardPaths, CELL } from "./board-paths";
import type { CompletenessBoardRow } from "./completeness-board";
import styles from "./completeness-board.module.css";

type Place = { readonly row: number; readonly day: number };

const WEEK = 7; // days
const MONTH = 30; // days

// What each key adds to the day and to the row.
const MOVES: Readonly<Record<string, Place>> = {
  ArrowRight: { row: 0, day: 1 },
  ArrowLeft: { row: 0, day: -1 },
  ArrowDown: { row: 1, day: 0 },
  ArrowUp: { row: -1, day: 0 },
  PageDown: { row: 0, day: MONTH },
  PageUp: { row: 0, day: -MONTH },
  Home: { row: 0, day: Number.NEGATIVE_INFINITY },
  End: { row: 0, day: Number.POSITIVE_INFINITY },
};

type BoardGridProps = { label: string; days: readonly string[]; rows: readonly CompletenessBoardRow[] };

/** The picture of the board. One cell at a time can be reached: the arrows move it, Enter opens its day. */
export function BoardGrid({ label, days, rows }: BoardGridProps) {
  const router = useRouter();
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const cursorButton = useRef<HTMLButtonElement>(null);
  const [cursor, setCursor] = useState<Place>({ row: 0, day: days.length - 1 });
  const paths = useMemo(() => [...boardPaths(rows.map(({ codes }) => codes))], [rows]);
  const months = useMemo(() => listMonths(days), [days]);
  const width = days.length * CELL.width;
  const height = rows.length * CELL.height;

  // The last days are those one comes for.
  useEffect(() => {
    scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  }, []);

  function openDay({ row, day }: Place) {
    const target = rows[row];
    if (target) router.push(`${target.href}?jour=${days[day]}` as typeof target.href);
  }

  // A finger has no hover: the place is that of the touch, not of the cursor.
  function point(event: PointerEvent) {
    if (event.button !== 0) return;
    const place = placeOf(event, days.length, rows.length);
    setCursor(place);
    openDay(place);
  }

  function move(event: KeyboardEvent) {
    const step = MOVES[event.key];
    if (!step) return;
    event.preventDefault();
    const leap = event.ctrlKey ? WEEK : 1;
    setCursor(({ row, day }) => ({
      row: clamp(row + step.row * leap, rows.length),
      day: clamp(step.day === 0 ? day : day + step.day * leap, days.length),
    }));
    requestAnimationFrame(() => cursorButton.current?.scrollIntoView({ block: "nearest", inline: "nearest" }));
  }

  return (
    <>
      <div className={styles.scroller} ref={scroller}>
        <ul className={styles.names} aria-hidden="true">
          {rows.map(({ id, name, role }) => (
            <li key={id}>
              {name}
              {role === "producer" ? " (production)" : ""}
            </li>
          ))}
        </ul>
        <div className={styles.picture} style={{ width }}>
          <div className={styles.months} aria-hidden="true">
            {months.map(({ first, name }) => (
              <span key={first} style={{ left: first * CELL.width }}>
                {name}
              </span>
            ))}
          </div>
          {/* The cell under the pointer becomes the cursor, so that a click and Enter are the same act. */}
          <div
            className={styles.cells}
            onPointerMove={(event) => setCursor(placeOf(event, days.length, rows.length))}
            onPointerUp={point}
          >
            <svg
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              role="img"
              aria-label={`${label}. Le même contenu est dans le tableau.`}
            >
              <defs>
                <EnergyPatterns prefix={prefix} />
              </defs>
              {paths.map(([state, path]) => (
                <path
                  key={state}
                  d={path}
                  className={styles.state}
                  data-state={state}
                  {...(state === "missing" ? { fill: `url(#${prefix}-missing)` } : {})}
                />
              ))}
            </svg>
            <button
              ref={cursorButton}
              type="button"
              className={styles.cursor}
              style={{ left: cursor.day * CELL.width, top: cursor.row * CELL.height }}
              aria-label={`${describe(cursor, days, rows)}. Les flèches changent de jour et de point de mesure, Entrée ouvre le jour.`}
              onKeyDown={move}
              onClick={({ detail }) => detail === 0 && openDay(cursor)}
            />
          </div>
        </div>
      </div>
      <p className={styles.status} aria-live="polite">
        {describe(cursor, days, rows)}
      </p>
    </>
  );
}

function describe({ row, day }: Place, days: readonly string[], rows: readonly CompletenessBoardRow[]): string {
  const found = rows[row];
  if (!found) return "";
  const role = found.role === "producer" ? "production" : "consommation";
  return `${found.name} (${role}), ${formatDay(days[day])} : ${describeCompleteness(completenessAt(found.codes, day)).text}`;
}

function placeOf(event: PointerEvent, dayCount: number, rowCount: number): Place {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return {
    day: clamp(Math.floor((event.clientX - left) / CELL.width), dayCount),
    row: clamp(Math.floor((event.clientY - top) / CELL.height), rowCount),
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}

function listMonths(days: readonly string[]): readonly { readonly first: number; readonly name: string }[] {
  return days.flatMap((day, index) => (day.endsWith("-01") ? [{ first: index, name: formatShortMonth(day) }] : []));
}
