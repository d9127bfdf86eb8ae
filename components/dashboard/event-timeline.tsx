"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import legend from "@/components/charts/energy-legend.module.css";
import type { EventLane, OperationEvent } from "@/lib/domain/dashboard/operation-event";
import type { Period } from "@/lib/domain/time/period";
import { describeEventDays, describeOperationEvent, EVENT_LANES } from "@/lib/format/describe-operation-event";
import type { TableColumn } from "@/lib/format/table-cells";
import { EventSwatch } from "./event-mark";

const EventTimelinePlot = dynamic(() => import("./event-timeline-plot").then((module) => module.EventTimelinePlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

export type EventTimelineProps = {
  events: readonly OperationEvent[];
  window: Period;
  /** The window in words. */
  period: string;
  /** Address of the operation, which each event's path stands under. */
  operationHref: string;
  fileName: string;
};

const COLUMNS: readonly TableColumn[] = [
  { key: "from", label: "Premier jour", kind: "day" },
  { key: "lane", label: "Sujet", kind: "text" },
  { key: "event", label: "Événement", kind: "text" },
  { key: "days", label: "Jours", kind: "text" },
];

/** What explains the figures of the months above it, on a time line; the list leads to each screen. */
export function EventTimeline({ events, window, period, operationHref, fileName }: EventTimelineProps) {
  const rows = useMemo(
    () =>
      events.map((event) => ({
        id: event.id,
        href: `${operationHref}${event.path}` as Route,
        cells: {
          from: event.from,
          lane: EVENT_LANES[event.lane],
          event: describeOperationEvent(event.fact),
          days: describeEventDays(event),
        },
      })),
    [events, operationHref],
  );
  const kinds = useMemo(() => listKinds(events), [events]);
  return (
    <ChartFigure
      title="Événements"
      subtitle={period}
      legend={
        <ul className={legend.legend}>
          {kinds.map(({ kind, label }) => (
            <li key={kind} data-legend-item>
              <EventSwatch kind={kind} />
              <span>{label}</span>
            </li>
          ))}
        </ul>
      }
      note={events.length === 0 ? "Rien n’a changé sur ces jours." : "Le tableau mène à l’écran de chaque événement."}
      columns={COLUMNS}
      rows={rows}
      fileName={fileName}
    >
      <EventTimelinePlot
        events={events}
        lanes={Object.keys(EVENT_LANES).filter((lane) => events.some((event) => event.lane === lane)) as EventLane[]}
        window={window}
        operationHref={operationHref}
        label={`Événements, ${period}. La même liste est dans le tableau.`}
      />
    </ChartFigure>
  );
}

const KIND_WORDS: Readonly<Record<OperationEvent["fact"]["kind"], string>> = {
  entry: "Entrée",
  exit: "Sortie",
  key: "Clé en vigueur",
  missing: "Données attendues",
  corrected: "Mesures corrigées",
  settled: "Période calculée",
  to_recompute: "À recalculer",
  anniversary: "Anniversaire déplacé",
  suspended: "Suspension",
  resumed: "Fin de suspension",
  ended: "Fin de la convention",
};

function listKinds(events: readonly OperationEvent[]) {
  const kinds = new Set(events.map(({ fact }) => fact.kind));
  return Object.entries(KIND_WORDS)
    .map(([kind, label]) => ({ kind: kind as OperationEvent["fact"]["kind"], label }))
    .filter(({ kind }) => kinds.has(kind));
}
