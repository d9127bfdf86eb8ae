import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { listPlansAuditedBy } from "@/lib/data/climate-audits";
import {
  findOperationForUser,
  listMembershipsOfUser,
  listOperationRolesOfUser,
  listOperationsOfCollectivity,
  listOperationsWithRole,
  type OperationSheet,
} from "@/lib/data/operations";
import type { AuthorizedClimatePlanId, AuthorizedCollectivityId, AuthorizedOperationId } from "@/lib/data/scope";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { operationAddressSchema } from "@/lib/schemas/operation";
import { auth } from "@/lib/services/auth";
import { recordConsultation } from "@/lib/services/journal/record-consultation";
import { AccessError } from "./access-error";
import { assertOwnOrigin } from "./assert-own-origin";
import { authenticate, authenticatePerson, type Caller, type Purpose } from "./authenticate";
import { noteListed } from "./note-consultation";
import { owesTwoFactor } from "./owes-two-factor";
import { isGranted, isGrantedInPlan, type Permission, type PlanPermission, type PlanRole } from "./permissions";
import { redirectToSignIn } from "./redirect-to-sign-in";
import { turnAway } from "./turn-away";

export type AuthorizedOperation = {
  readonly id: AuthorizedOperationId;
  /** The one that counts: the higher of that in the collectivity and that in the operation. */
  readonly role: MembershipRole;
  readonly collectivity: {
    readonly id: string;
    readonly name: string;
    /** Null for somebody of the operation only: nothing else of the collectivity is his. */
    readonly role: MembershipRole | null;
  };
  readonly sheet: OperationSheet;
  /** What is said of people, and the PRM of residents: for those who may write, and never by a key for reading. */
  readonly mayReadWords: boolean;
  readonly actor: Caller["actor"];
};

export type AuthorizedCollectivity = {
  readonly id: AuthorizedCollectivityId;
  readonly name: string;
  readonly role: MembershipRole;
  readonly actor: Caller["actor"];
};

/** A climate plan, and nothing else of its collectivity. */
export type AuthorizedClimatePlan = {
  readonly id: AuthorizedClimatePlanId;
  /** Of the collectivity. */
  readonly name: string;
  readonly role: PlanRole;
  readonly actor: Caller["actor"];
};

/**
 * Proves that the caller of a route handler may act on an operation.
 *
 * An unknown operation and somebody else's answer alike, so that addresses cannot be probed.
 *
 * @param address - Slug or ACC number.
 * @param purpose - "measures" where a key for pushing measures is let in.
 * @throws {AccessError} UNAUTHENTICATED, MEASURES_ONLY_KEY, NOT_FOUND, FORBIDDEN, READ_ONLY_KEY, FOREIGN_ORIGIN or TOO_MANY_REQUESTS.
 */
export async function authorizeOperationRequest(
  request: Request,
  address: string,
  permission: Permission,
  purpose: Purpose = "anything",
): Promise<AuthorizedOperation> {
  const caller = await authenticate(request.headers, purpose);
  assertOwnOrigin(request, caller);
  return authorizeCaller(caller, address, permission);
}

/** The caller of a route handler that belongs to no operation. */
export async function authenticateRequest(request: Request): Promise<Caller> {
  const caller = await authenticate(request.headers);
  assertOwnOrigin(request, caller);
  return caller;
}

/**
 * The caller of a route handler that writes to operations named by what it is sent.
 *
 * @throws {AccessError} FORBIDDEN when the caller may write to none; each operation is proven by itself afterwards.
 */
export async function authenticateWriter(request: Request): Promise<Caller> {
  const caller = await authenticateRequest(request);
  const { userId } = caller.actor;
  const roles = await Promise.all([listMembershipsOfUser(userId), listOperationRolesOfUser(userId)]);
  if (!roles.flat().some(({ role }) => isGranted(role, "write"))) throw new AccessError("FORBIDDEN");
  if (!caller.mayWrite) throw new AccessError("READ_ONLY_KEY");
  return caller;
}

/** The same proof for server actions, whose origin Next has already checked. */
export async function authorizeOperation(address: string, permission: Permission): Promise<AuthorizedOperation> {
  return authorizeCaller(await authenticatePerson(await headers()), address, permission);
}

/**
 * Proves that the caller of a server action may act in a collectivity.
 *
 * An unknown collectivity and somebody else's answer alike.
 *
 * @throws {AccessError} UNAUTHENTICATED, NOT_FOUND, FORBIDDEN or READ_ONLY_KEY.
 */
export async function authorizeCollectivity(id: string, permission: Permission): Promise<AuthorizedCollectivity> {
  return authorizeCallerIn(await authenticatePerson(await headers()), id, permission);
}

/** The collectivities in which the signed-in user of a page may do something; else the sign-in page. */
export async function listGrantedCollectivities(
  permission: Permission,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const memberships = await listMembershipsOfUser((await requireUser()).id);
  return memberships
    .filter(({ role }) => isGranted(role, permission))
    .map(({ collectivityId: id, collectivityName: name }) => ({ id, name }));
}

/**
 * The same proof for a caller already known.
 *
 * @throws {AccessError} NOT_FOUND, FORBIDDEN or READ_ONLY_KEY.
 */
export async function authorizeCallerIn(
  caller: Caller,
  collectivityId: string,
  permission: Permission,
): Promise<AuthorizedCollectivity> {
  const memberships = await listMembershipsOfUser(caller.actor.userId);
  const found = memberships.find((membership) => membership.collectivityId === collectivityId);
  // A key limited to operations opens nothing that is of no operation.
  if (!found || caller.operationIds) throw new AccessError("NOT_FOUND");
  if (!isGranted(found.role, permission)) throw new AccessError("FORBIDDEN");
  if (permission !== "read" && !caller.mayWrite) throw new AccessError("READ_ONLY_KEY");
  await noteListed(caller, collectivityId, "collectivity");
  const { collectivityName: name, role } = found;
  return { id: collectivityId as AuthorizedCollectivityId, name, role, actor: caller.actor };
}

/** The operations of a collectivity in which the caller is proven: he may do there what he may do in it. */
export async function listAuthorizedOperations(
  collectivityId: AuthorizedCollectivityId,
): Promise<readonly { readonly id: AuthorizedOperationId; readonly slug: string; readonly name: string }[]> {
  const operations = await listOperationsOfCollectivity(collectivityId);
  return operations.map(({ id, ...operation }) => ({ ...operation, id: id as AuthorizedOperationId }));
}

/**
 * Proves that a caller may act in the climate plan of a collectivity: as one of its members, or as the auditor of the
 * audit under way. What that audit keeps from him is refused where it is written.
 *
 * An unknown collectivity and somebody else's answer alike.
 *
 * @throws {AccessError} NOT_FOUND, FORBIDDEN or READ_ONLY_KEY.
 */
export async function authorizeCallerInPlan(
  caller: Caller,
  collectivityId: string,
  permission: PlanPermission,
): Promise<AuthorizedClimatePlan> {
  const plans = await listPlansOf(caller.actor.userId);
  const own = plans.filter(({ id }) => id === collectivityId);
  if (own.length === 0 || caller.operationIds) throw new AccessError("NOT_FOUND");
  const found = own.find(({ role }) => isGrantedInPlan(role, permission));
  if (!found) throw new AccessError("FORBIDDEN");
  if (permission !== "read" && !caller.mayWrite) throw new AccessError("READ_ONLY_KEY");
  await noteListed(caller, collectivityId, "climate_plan");
  return { ...found, id: collectivityId as AuthorizedClimatePlanId, actor: caller.actor };
}

/** The climate plans the signed-in user of a page may read; else the sign-in page. */
export async function listReadablePlans(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const plans = await listPlansOf((await requireUser()).id);
  return [...new Map(plans.map(({ id, name }) => [id, { id, name }])).values()];
}

// Those of his collectivities, then those he audits.
async function listPlansOf(
  userId: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly role: PlanRole }[]> {
  const [memberships, audited] = await Promise.all([listMembershipsOfUser(userId), listPlansAuditedBy(userId)]);
  return [...memberships, ...audited.map((plan) => ({ ...plan, role: "auditor" as const }))].map(
    ({ collectivityId: id, collectivityName: name, role }) => ({ id, name, role }),
  );
}

/**
 * The signed-in person behind a server action; an API key is not a person and cannot make or revoke keys.
 *
 * @throws {AccessError} UNAUTHENTICATED.
 */
export async function authenticateSession(): Promise<Caller["actor"]> {
  return (await authenticatePerson(await headers())).actor;
}

/** The same proof for pages: sends to the sign-in page instead of throwing. One query per request. */
export const requireOperation = cache(async (address: string): Promise<AuthorizedOperation> => {
  try {
    return await authorizeOperation(address, "read");
  } catch (error) {
    return turnAway(error);
  }
});

/** Every operation a caller may read, by name. */
export async function listCallerOperations(caller: Caller): Promise<readonly AuthorizedOperation[]> {
  const operations = await listOperationsWithRole(caller.actor.userId);
  const open = operations.filter(({ id }) => isOpenToKey(caller, id));
  const collectivities = new Set(open.map(({ collectivity }) => collectivity.id));
  for (const collectivityId of collectivities) await noteListed(caller, collectivityId, "operations");
  return open.map((operation) => prove(caller, operation));
}

/**
 * Every operation the owner of a calendar may read, by name. A program that asks for it again and again is nobody's look:
 * it is not written down.
 */
export async function listFeedOperations(userId: string): Promise<readonly AuthorizedOperation[]> {
  const caller = { actor: { userId, via: "api_key" }, mayWrite: false } as const;
  return (await listOperationsWithRole(userId)).map((operation) => prove(caller, operation));
}

function isOpenToKey({ operationIds }: Caller, operationId: string): boolean {
  return operationIds?.includes(operationId) ?? true;
}

export type SignedInUser = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** He manages the installation, and has nothing of any collectivity. */
  readonly isInstanceAdmin: boolean;
  /** He must switch a second factor on before anything else opens. */
  readonly owesTwoFactor: boolean;
};

/** The signed-in user of a page, or null. */
export const findUser = cache(async (): Promise<SignedInUser | null> => {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session || session.user.deactivatedAt) return null;
  const { id, name, email, isInstanceAdmin } = session.user;
  return {
    id,
    name,
    email,
    isInstanceAdmin,
    owesTwoFactor: await owesTwoFactor(session.user.id, session.user.twoFactorEnabled === true),
  };
});

/** The signed-in user of a page, else the sign-in page; first of all to the second factor he owes. */
export async function requireUser(): Promise<SignedInUser> {
  const user = await requireAccount();
  return user.owesTwoFactor ? turnAway(new AccessError("TWO_FACTOR_DUE")) : user;
}

/** The same for the pages where a second factor is switched on, and the frame around them. */
export async function requireAccount(): Promise<SignedInUser> {
  return (await findUser()) ?? (await redirectToSignIn());
}

/**
 * Proves that a caller may act on an operation.
 *
 * @param address - Slug or ACC number.
 * @throws {AccessError} NOT_FOUND, FORBIDDEN or READ_ONLY_KEY.
 */
export async function authorizeCaller(
  caller: Caller,
  address: string,
  permission: Permission,
): Promise<AuthorizedOperation> {
  // What cannot be an address is unknown; PostgreSQL would choke on some of it.
  const isAddress = operationAddressSchema.safeParse(address).success;
  const found = isAddress ? await findOperationForUser(caller.actor.userId, address) : null;
  if (!found || !isOpenToKey(caller, found.id)) throw new AccessError("NOT_FOUND");
  if (!isGranted(found.role, permission)) throw new AccessError("FORBIDDEN");
  if (permission !== "read" && !caller.mayWrite) throw new AccessError("READ_ONLY_KEY");
  const { id: operationId, collectivity } = found;
  const object = { objectType: "operation", objectId: operationId } as const;
  const seen = { actor: caller.actor, collectivityId: collectivity.id, operationId, ...object };
  await recordConsultation(seen, new Date());
  return prove(caller, found);
}

function prove(
  { actor, mayWrite }: Caller,
  found: Omit<AuthorizedOperation, "id" | "mayReadWords" | "actor"> & { readonly id: string },
): AuthorizedOperation {
  const mayReadWords = mayWrite && isGranted(found.role, "write");
  return { ...found, id: found.id as AuthorizedOperationId, mayReadWords, actor };
}
