import { Suspense } from "react";
import { EventTimeline } from "@/components/dashboard/event-timeline";
import { PageSection } from "@/components/ui/page-section";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriod } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { readEventTimeline } from "@/lib/services/dashboard/read-event-timeline";

type DashboardEventsProps = {
  operation: AuthorizedOperation;
  /** The settlement periods that begin on these days. */
  window: Period;
};

/** What happened in the months above it. */
export function DashboardEvents(props: DashboardEventsProps) {
  return (
    <PageSection title="Ce qui a changé">
      <Suspense fallback={<p role="status">Lecture des événements…</p>}>
        <Events {...props} />
      </Suspense>
    </PageSection>
  );
}

async function Events({ operation, window }: DashboardEventsProps) {
  const { slug } = operation.sheet;
  const events = await readEventTimeline(operation, window, await periodsOf(operation));
  return (
    <EventTimeline
      events={events}
      window={window}
      period={formatPeriod(window.from, window.toExclusive)}
      operationHref={`/operations/${slug}`}
      fileName={`${slug}-evenements-${window.from}`}
    />
  );
}
