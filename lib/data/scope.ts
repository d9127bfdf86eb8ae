/**
 * An operation that has published its figures, or may: it opens what is published, and nothing else.
 *
 * Made where a published operation is looked up, from the switch itself; a proven operation opens it too, the other way
 * round the compiler refuses.
 */
export type PublishedOperationId = string & { readonly __published: "PublishedOperationId" };

/** A participant of whom a caller has been proven: his own figures and papers, and nobody else's. */
export type AuthorizedParticipantId = string & { readonly __participant: "AuthorizedParticipantId" };

/** The operation of a proven participant. It opens nothing without him. */
export type ParticipantOperationId = string & { readonly __ofParticipant: "ParticipantOperationId" };

/**
 * All that a participant's own space is given. Made in lib/server/authorize-participant.ts; a proven operation is a
 * `ParticipantOperationId` too, the other way round the compiler refuses.
 */
export type OwnParticipant = {
  readonly operationId: ParticipantOperationId;
  readonly participantId: AuthorizedParticipantId;
};

/**
 * An operation id that access control has proven for a caller.
 *
 * Made in lib/server/access.ts from a request, and for work without a request in
 * the one minting function of lib/jobs and of lib/cli. Nothing else may cast to it.
 */
export type AuthorizedOperationId = PublishedOperationId &
  ParticipantOperationId & { readonly __brand: "AuthorizedOperationId" };

/**
 * A collectivity of whose climate plan, and of nothing else, a caller has been proven: all that an auditor is given.
 *
 * A proven collectivity opens its climate plan too; the other way round the compiler refuses.
 */
export type AuthorizedClimatePlanId = string & { readonly __plan: "AuthorizedClimatePlanId" };

/**
 * A collectivity to which somebody may be invited, and of which nothing is read: all that the administrator of the
 * installation is given of one. A proven collectivity is one too.
 */
export type InvitableCollectivityId = string & { readonly __invitable: "InvitableCollectivityId" };

/** A collectivity id proven the same way. */
export type AuthorizedCollectivityId = AuthorizedClimatePlanId &
  InvitableCollectivityId & { readonly __brand: "AuthorizedCollectivityId" };

/**
 * The installation itself, for its administrator: collectivities and accounts, nothing of an operation.
 *
 * Made in lib/server/authorize-instance.ts.
 */
export type AuthorizedInstanceId = "instance" & { readonly __instance: "AuthorizedInstanceId" };

/** Who acts, as the audit trail records it. */
export type Actor = {
  /** Null for the installation itself. */
  readonly userId: string | null;
  readonly via: "session" | "api_key" | "job" | "cli";
};

/**
 * An account link that a caller may hand over, send again or revoke: he administers what an invitation opens, or may
 * manage the account it is about. Made in lib/server/authorize-account-link.ts.
 */
export type AuthorizedAccountLinkId = string & { readonly __link: "AuthorizedAccountLinkId" };
