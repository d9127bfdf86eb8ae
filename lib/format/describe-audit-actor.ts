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
}: {
  readonly actorUserId: string | null;
  readonly actorName: string | null;
  readonly via: AuditWay;
}): string {
  const who = actorName ?? (actorUserId === null ? "Prorata" : "Compte supprimé");
  const way = WAYS[via];
  return way === null ? who : `${who} (${way})`;
}
