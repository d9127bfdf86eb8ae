import type { CorrespondenceEventRow } from "@/lib/data/correspondence-events";

/** A step as whoever may not read words is given it: what was done and when, not what was noted or joined. */
export const hideWords = (event: CorrespondenceEventRow): CorrespondenceEventRow => ({
  ...event,
  note: null,
  fileName: null,
});
