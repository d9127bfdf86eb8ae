import "server-only";
import type { PublicationWriting } from "@/lib/data/publications";
import { publishMonths } from "./publish-months";

/**
 * Where the public page of an operation is on, publishes what was closed and judges anew what is public, within the
 * transaction that closes a period or changes whose energy it is.
 */
export async function publishClosedMonths(writing: PublicationWriting): Promise<void> {
  if (await writing.isOn()) await publishMonths(writing);
}
