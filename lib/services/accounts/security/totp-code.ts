import { createHmac } from "node:crypto";

/** Six digits of half a minute: what every authenticator application does unless told otherwise. */
const DIGITS = 6;
const STEP_SECONDS = 30;

/**
 * The code of one step (RFC 4226, 5.3 and RFC 6238, 4).
 *
 * @param step - Half-minutes since 1970.
 */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/**
 * The step whose code this is, from one before now to one after it: clocks drift. Null for a wrong code.
 *
 * @param nowMs - Since 1970.
 */
export function matchTotpStep(secret: Uint8Array, code: string, nowMs: number): number | null {
  const now = Math.floor(nowMs / 1000 / STEP_SECONDS);
  // All three are computed, whichever is right: how long it takes tells nothing.
  const right = [now - 1, now, now + 1].filter((step) => totpCode(secret, step) === code);
  return right.at(-1) ?? null;
}
