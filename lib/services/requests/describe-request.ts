import type { RecordedRequest } from "@/lib/data/convention-requests";

/** A request as the API gives it: metering points by their PRM. */
export function describeRequest(request: RecordedRequest, prmOf: (meteringPointId: string) => string) {
  const { id, number, kind, state, wantedDay, sentDay, effectDay, keyId, ground, reason } = request;
  return {
    ...{ id, number, kind, state, wantedDay, sentDay, effectDay, keyId, ground, reason },
    lines: request.lines.map(({ meteringPointId, role, move }) => ({ prm: prmOf(meteringPointId), role, move })),
    events: request.events.map((event) => ({
      state: event.state,
      day: event.day,
      wantedDay: event.wantedDay,
      effectDay: event.effectDay,
      problems: event.problems.map(({ meteringPointId, subject, text }) => ({
        prm: meteringPointId === null ? null : prmOf(meteringPointId),
        subject,
        text,
      })),
      files: event.files,
    })),
    preparedFiles: request.preparedFiles,
  };
}
