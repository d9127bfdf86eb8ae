import type { RecordedRequest } from "@/lib/data/convention-requests";
import type { RequestSite } from "./list-request-sites";

/**
 * A request as the API gives it: metering points by their PRM. Who may not read words is told neither why it is made, nor
 * what the DSO wrote, nor which residents it moves.
 */
export function describeRequest(
  request: RecordedRequest,
  siteOf: (meteringPointId: string) => RequestSite,
  { mayReadWords }: { readonly mayReadWords: boolean },
) {
  const { id, number, kind, state, wantedDay, sentDay, effectDay, keyId, ground, reason } = request;
  return {
    ...{ id, number, kind, state, wantedDay, sentDay, effectDay, keyId, ground },
    reason: mayReadWords ? reason : null,
    lines: request.lines.map(({ meteringPointId, role, move }) => ({ prm: siteOf(meteringPointId).prm, role, move })),
    events: request.events.map((event) => ({
      state: event.state,
      day: event.day,
      wantedDay: event.wantedDay,
      effectDay: event.effectDay,
      problems: event.problems.map(({ meteringPointId, subject, text }) => ({
        prm: meteringPointId === null ? null : siteOf(meteringPointId).prm,
        subject,
        text: mayReadWords ? text : null,
      })),
      files: event.files,
    })),
    preparedFiles: request.preparedFiles,
  };
}
