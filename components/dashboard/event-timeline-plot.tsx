"use client";

import { useElementSize } from "@mantine/hooks";
import type { Route } from "next";
import Link from "next/link";
import { useId } from "react";
import { AXIS_TEXT } from "@/components/charts/chart-layout";
import styles from "@/components/charts/curve-chart.module.css";
import { EnergyPatterns } from "@/components/charts/energy-patterns";
import { linearScale } from "@/components/charts/plot-scale";
import type { EventLane, OperationEvent } from "@/lib/domain/dashboard/operation-event";
import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { describeEventDays, describeOperationEvent, EVENT_LANES } from "@/lib/format/describe-operation-event";
import { formatShortMonth } from "@/lib/format/format-date";
import { EventMark } from "./event-mark";

type EventTimelinePlotProps = {
  events: readonly OperationEvent[];
  /** Those that hold an event, from top to bottom. */
  lanes: readonly EventLane[];
  window: Period;
  operationHref: string;
  label: string;
};

const LANE_HEIGHT = 52; // px: its name, then its marks
const NAME_HEIGHT = 20; // px
const BAR_HEIGHT = 16; // px
const AXIS_HEIGHT = 28; // px
const SIDE = 10; // px
const TICK_WIDTH = 84; // px

/** The drawing of EventTimeline, loaded after the page. */
export function EventTimelinePlot({ events, lanes, window, operationHref, label }: EventTimelinePlotProps) {
  const { ref, width } = useElementSize();
  const prefix = useId();
  const bottom = lanes.length * LANE_HEIGHT;
  const toX = linearScale([dayMs(window.from), dayMs(window.toExclusive)], [SIDE, Math.max(SIDE + 1, width - SIDE)]);
  const xOf = (day: CivilDate) => Math.min(Math.max(toX(dayMs(day)), SIDE), width - SIDE);
  return (
    <div ref={ref} className={styles.frame} style={{ minHeight: bottom + AXIS_HEIGHT }}>
      {width > 0 && (
        <svg width={width} height={bottom + AXIS_HEIGHT} aria-labelledby={`${prefix}-title`}>
          <title id={`${prefix}-title`}>{label}</title>
          <defs>
            <EnergyPatterns prefix={prefix} />
          </defs>
          {listTicks(window, width).map((day) => (
            <g key={day}>
              <line x1={xOf(day)} x2={xOf(day)} y1={0} y2={bottom} stroke="var(--chart-grid)" />
              <text {...AXIS_TEXT} x={xOf(day)} y={bottom + 20} textAnchor="start">
                {formatShortMonth(day)}
              </text>
            </g>
          ))}
          <line x1={SIDE} x2={width - SIDE} y1={bottom} y2={bottom} stroke="var(--chart-axis)" />
          {lanes.map((lane, index) => (
            <g key={lane}>
              <text {...AXIS_TEXT} x={SIDE} y={index * LANE_HEIGHT + 15}>
                {EVENT_LANES[lane]}
              </text>
              {events
                .filter((event) => event.lane === lane)
                .map((event) => (
                  <Link
                    key={event.id}
                    href={`${operationHref}${event.path}` as Route}
                    prefetch={false}
                    aria-label={`${describeOperationEvent(event.fact)}, ${describeEventDays(event)}`}
                  >
                    <title>{`${describeOperationEvent(event.fact)}, ${describeEventDays(event)}`}</title>
                    <EventMark
                      kind={event.fact.kind}
                      prefix={prefix}
                      fromX={xOf(event.from)}
                      toX={xOf(event.toExclusive ?? window.toExclusive)}
                      y={index * LANE_HEIGHT + NAME_HEIGHT + (LANE_HEIGHT - NAME_HEIGHT) / 2}
                      height={BAR_HEIGHT}
                    />
                  </Link>
                ))}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

// A civil day is a place on the axis, not an instant: no zone is in it.
const dayMs = (day: CivilDate): number => Date.parse(`${day}T00:00:00Z`);

/** First days of months, as many as their names leave room for. */
function listTicks({ from, toExclusive }: Period, width: number): readonly CivilDate[] {
  const first = `${from.slice(0, 7)}-01` as CivilDate;
  const months: CivilDate[] = [];
  for (let day = first < from ? addMonths(first, 1) : first; day < toExclusive; day = addMonths(day, 1))
    months.push(day);
  const every = Math.max(1, Math.ceil((months.length * TICK_WIDTH) / Math.max(1, width)));
  return months.filter((_, index) => index % every === 0);
}
