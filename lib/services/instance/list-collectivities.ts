import "server-only";
import {
  findInstanceCollectivity,
  type InstanceCollectivity,
  listInstanceCollectivities,
} from "@/lib/data/instance-collectivities";
import type { AuthorizedInstanceId } from "@/lib/data/scope";

/** Every collectivity of the installation, by name. */
export function listCollectivities(instance: AuthorizedInstanceId): Promise<readonly InstanceCollectivity[]> {
  return listInstanceCollectivities(instance);
}

/** One of them; null for an unknown id. */
export function readCollectivity(instance: AuthorizedInstanceId, id: string): Promise<InstanceCollectivity | null> {
  return findInstanceCollectivity(instance, id);
}
