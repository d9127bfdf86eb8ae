import "server-only";
import { insertCollectivity } from "@/lib/data/instance-collectivities";
import type { Actor, AuthorizedInstanceId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { suggestSlug } from "@/lib/format/suggest-slug";

/**
 * Creates a collectivity, without anybody yet: its first administrator is invited next.
 *
 * @throws {DomainError} COLLECTIVITY_EXISTS when another one has that name, accents and capitals aside.
 */
export async function createCollectivity(instance: AuthorizedInstanceId, actor: Actor, name: string): Promise<string> {
  const slug = suggestSlug(name);
  const id = slug && (await insertCollectivity(instance, { slug, name }, actor));
  if (!id) throw new DomainError("COLLECTIVITY_EXISTS", "its slug is taken", { details: { field: "name" } });
  return id;
}
