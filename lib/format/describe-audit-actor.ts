const WAYS = {
  session: null,
  api_key: "clé d’API",
  job: "tâche",
  cli: "ligne de commande",
} as const;

export type AuditWay = keyof typeof WAYS;

/**
 * Who did something, and by what when it was no screen.
 *
 * @example
 * describeAuditActor({ actorUserId: "…", actorName: "Ada", via: "api_key" }); // => "Ada (clé d’API)"
 */
export function describeAuditActor({
  actorUserId,
  actorName,
  via,
  isByParticipant = false,
}: {
  readonly actorUserId: string | null;
  readonly actorName: string | null;
  readonly via: AuditWay;
  /** A participant whom the reader may not know. */
  readonly isByParticipant?: boolean;
}): string {
  const unnamed = isByParticipant ? "Un participant" : nameless(actorUserId);
  const who = actorName ?? unnamed;
  const way = WAYS[via];
  return way === null ? who : `${who} (${way})`;
}

const nameless = (actorUserId: string | null): string => (actorUserId === null ? "Prorata" : "Compte supprimé");
