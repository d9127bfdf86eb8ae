import styles from "@/app/(espace)/operations/[operation]/echeances/demandes/requests.module.css";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import type { RequestState } from "@/lib/domain/requests/request-state";
import { formatDay } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { REQUEST_STATUSES } from "@/lib/format/request-words";
import type { RequestSheet } from "@/lib/services/requests/read-request";
import { ProblemItems } from "./problem-list";
import { RequestFiles } from "./request-files";

type Event = RequestSheet["request"]["events"][number];

type RequestTimelineProps = { sheet: RequestSheet; operation: string; mayWrite: boolean };

/** What happened to a request, latest last, with who recorded it and the files that left. */
export function RequestTimeline({ sheet: { request, sites }, operation, mayWrite }: RequestTimelineProps) {
  if (request.events.length === 0) return null;
  return (
    <PageSection title="Historique">
      <ol className={styles.timeline}>
        {request.events.map((event) => (
          <li key={event.position}>
            <StatusBadge tone={REQUEST_STATUSES[event.state].tone}>
              {describeStep(event, request.events)} le {formatDay(event.day)}
            </StatusBadge>
            <p>
              Enregistré le {formatInstant(event.recordedAt)}
              {event.recordedByName === null ? ", par Prorata" : `, par ${event.recordedByName}`}
              {event.state === "accepted" && ` ; effet au ${formatDay(event.effectDay)}`}
              {event.state === "sent" && ` ; effet souhaité le ${formatDay(event.wantedDay)}`}
            </p>
            {event.problems.length > 0 && <ProblemItems problems={event.problems} sites={sites} />}
            {mayWrite && <RequestFiles operation={operation} request={request.id} files={event.files} />}
          </li>
        ))}
      </ol>
    </PageSection>
  );
}

const STEPS: Readonly<Record<RequestState, string>> = {
  draft: "Rédigée",
  sent: "Envoyée",
  accepted: "Acceptée",
  anomaly: "Anomalie signalée",
  in_effect: "En vigueur",
  withdrawn: "Retirée",
};

function describeStep({ state, position }: Event, all: readonly Event[]): string {
  const isAgain = state === "sent" && all.some((event) => event.state === "sent" && event.position < position);
  return isAgain ? "Corrigée et renvoyée" : STEPS[state];
}
