import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { AuthorizedInstanceId, InvitableCollectivityId } from "@/lib/data/scope";
import { readCollectivity } from "@/lib/services/instance/list-collectivities";
import { authenticateRequest, findUser } from "./access";
import { AccessError } from "./access-error";
import { authenticatePerson, type Caller } from "./authenticate";
import { turnAway } from "./turn-away";

/** The installation, for who manages it. */
export type AuthorizedInstance = {
  readonly id: AuthorizedInstanceId;
  readonly actor: Caller["actor"];
};

/**
 * Proves that the caller of a server action manages the installation. No key does: it is managed by people, on screen.
 *
 * @throws {AccessError} UNAUTHENTICATED, or NOT_FOUND for anybody else.
 */
export async function authorizeInstance(): Promise<AuthorizedInstance> {
  const { actor } = await authenticatePerson(await headers());
  const user = await findUser();
  if (!user?.isInstanceAdmin) throw new AccessError("NOT_FOUND");
  return { id: "instance" as AuthorizedInstanceId, actor };
}

/**
 * Proves that the caller of a server action may invite the administrators of a collectivity; of the collectivity itself
 * nothing is opened to him.
 *
 * @throws {AccessError} UNAUTHENTICATED, or NOT_FOUND for anybody else and for an unknown collectivity.
 */
export async function authorizeAppointment(
  collectivityId: string,
): Promise<{ readonly id: InvitableCollectivityId; readonly actor: Caller["actor"] }> {
  const { id: instance, actor } = await authorizeInstance();
  if (!(await readCollectivity(instance, collectivityId))) throw new AccessError("NOT_FOUND");
  return { id: collectivityId as InvitableCollectivityId, actor };
}

/**
 * The same proof for route handlers: a key is told that nothing is there.
 *
 * @throws {AccessError} UNAUTHENTICATED, NOT_FOUND, or what a key is refused with everywhere.
 */
export async function authorizeInstanceRequest(request: Request): Promise<AuthorizedInstance> {
  const { actor } = await authenticateRequest(request);
  if (actor.via !== "session") throw new AccessError("NOT_FOUND");
  return authorizeInstance();
}

/** The same proof for pages: to the sign-in page without a session, not found for anybody else. */
export const requireInstance = cache(async (): Promise<AuthorizedInstance> => {
  try {
    return await authorizeInstance();
  } catch (error) {
    return turnAway(error);
  }
});
