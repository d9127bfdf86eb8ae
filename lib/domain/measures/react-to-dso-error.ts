import type { DsoFailureCode } from "./dso-request";

/** What becomes of a request after the DSO's interface refused one call. */
export type DsoReaction =
  /** The same call again, so many seconds later. */
  | { readonly kind: "wait"; readonly seconds: number }
  /** The other metering points may still be given. */
  | { readonly kind: "skip" }
  /** It would refuse the others too: nothing more is asked. */
  | { readonly kind: "stop" };

type DsoRefusal = {
  readonly code: DsoFailureCode;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
};

const HOUR_S = 3600;
const LONGEST_WAIT_S = 900;
/** Together a little over an hour, the longest a quota lasts. */
const QUOTA_TRIES = 14;
const REACH_TRIES = 4;
const FIRST_REACH_WAIT_S = 5;

/**
 * Says whether to wait, to go on or to stop after a refusal.
 *
 * A quota passes, and so does a server that is away for a moment. Credentials and subscription are those of the whole
 * request, but a 403 without the code of a missing subscription may be about one metering point.
 *
 * @param tries - Waits in a row before this refusal, without any answer in between.
 */
export function reactToDsoError({ code, status, retryAfterSeconds }: DsoRefusal, tries: number): DsoReaction {
  if (code === "DSO_API_QUOTA") {
    if (tries >= QUOTA_TRIES) return { kind: "stop" };
    const seconds = retryAfterSeconds ?? Math.min(2 ** tries, LONGEST_WAIT_S);
    return { kind: "wait", seconds: Math.min(Math.max(1, seconds), HOUR_S) };
  }
  if (code === "DSO_API_UNREACHABLE" || status === 503) {
    return tries < REACH_TRIES ? { kind: "wait", seconds: FIRST_REACH_WAIT_S * 2 ** tries } : { kind: "stop" };
  }
  if (code === "DSO_API_NOT_SUBSCRIBED" || (code === "DSO_API_CREDENTIALS" && status !== 403)) return { kind: "stop" };
  return { kind: "skip" };
}
