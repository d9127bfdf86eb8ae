import "server-only";
import { writeDigestFrequency } from "@/lib/data/reminder-settings";
import type { Actor } from "@/lib/data/scope";
import type { DigestFrequency } from "@/lib/domain/deadlines/is-digest-day";

/** Says how often a user is sent what is to do. */
export function setDigestFrequency(userId: string, actor: Actor, digest: DigestFrequency): Promise<void> {
  return writeDigestFrequency(userId, actor, digest);
}
