import "server-only";
import { addressNetwork } from "@/lib/domain/access/address-network";
import { AccessError } from "./access-error";

/** Of one caller, whom nobody knows: a program that looks every second is enough. [calls per window] */
const CALLS = 60;
const WINDOW_MS = 60_000;
const MAX_CALLERS = 10_000; // a map that strangers fill has an end

type Window = { readonly startMs: number; calls: number };
const windows = new Map<string, Window>();

/**
 * Counts a call to what anybody may read, by network and in the memory of this process only: nothing is kept of it.
 *
 * @throws {AccessError} TOO_MANY_REQUESTS when one network calls more than sixty times a minute.
 */
export function takePublicCall(requestHeaders: Headers, nowMs: number): void {
  const address = addressNetwork(requestHeaders.get("x-forwarded-for") ?? "");
  const current = windows.get(address);
  if (!current || nowMs - current.startMs >= WINDOW_MS) {
    if (windows.size >= MAX_CALLERS) windows.clear();
    windows.set(address, { startMs: nowMs, calls: 1 });
    return;
  }
  current.calls += 1;
  if (current.calls > CALLS) throw new AccessError("TOO_MANY_REQUESTS");
}
