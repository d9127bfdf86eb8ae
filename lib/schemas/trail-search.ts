import * as z from "zod";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";

/** A page of a trail, newest first, goes on after this entry. */
export type TrailPlace = { readonly at: Date; readonly id: string };

const PLACE = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A place as an address writes it: `{ms}_{uuid}`. */
export const trailPlaceSchema = z.string().regex(PLACE, "Valeur de « next » attendue");

/** The place an address names; null where it names none that can be read. */
export function toTrailPlace(text: string | undefined): TrailPlace | null {
  const [, ms, id] = (text && PLACE.exec(text)) || [];
  return ms && id ? { at: new Date(Number(ms)), id } : null;
}

/** The same the other way. */
export function writeTrailPlace({ at, id }: TrailPlace): string {
  return `${at.getTime()}_${id}`;
}

/** The instants between two days at Paris, both of which count. */
export function toTrailWindow({ du, au }: { du: CivilDate | undefined; au: CivilDate | undefined }): {
  readonly from: Date | undefined;
  readonly toExclusive: Date | undefined;
} {
  return {
    from: du && new Date(parisMidnightMs(du)),
    toExclusive: au && new Date(parisMidnightMs(addDays(au, 1))),
  };
}
