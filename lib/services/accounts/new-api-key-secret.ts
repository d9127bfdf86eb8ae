import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { KeptSecret } from "@/lib/data/api-key-writing";

const PREFIX = "prorata_"; // what is found in a place it should not be is known for what it is
const SHOWN = PREFIX.length + 6;

/** A key of 256 random bits, and what is kept of it. */
export function newApiKeySecret(): { readonly key: string; readonly kept: KeptSecret } {
  const key = PREFIX + randomBytes(32).toString("hex");
  return { key, kept: { start: key.slice(0, SHOWN), keyHash: hashApiKey(key) } };
}

/** SHA-256: what has 256 random bits needs nothing slower. */
export function hashApiKey(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
