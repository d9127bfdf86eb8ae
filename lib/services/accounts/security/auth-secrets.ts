import { createHash } from "node:crypto";

export type AuthSecret = {
  /** Written beside what is encrypted with it, to find it again. */
  readonly version: number;
  readonly value: string;
};

/**
 * The secrets in use, the current one first, as better-auth takes them.
 *
 * A version is drawn from the secret itself: it stays the same wherever the secret stands in the list.
 */
export function authSecrets(current: string, former: readonly string[]): AuthSecret[] {
  return [...new Set([current, ...former])].map((value) => ({ version: versionOf(value), value }));
}

function versionOf(secret: string): number {
  return createHash("sha256").update(`version of ${secret}`).digest().readUInt32BE(0) >>> 1;
}
