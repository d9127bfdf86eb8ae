import type { AccessRole } from "@/lib/domain/access/access-role";
import { ROLE_LABELS } from "./role-labels";

/** A right of an account, as {@link describeAccountRights} tells it. */
export type DescribedRight = {
  readonly collectivityName: string;
  readonly kind: "collectivity" | "operation" | "participant" | "audit";
  readonly role: AccessRole | null;
};

/**
 * What an account may open, by the names of collectivities: operations and participants are not named.
 *
 * @example
 * describeAccountRights([{ collectivityName: "Saint-Exemple", kind: "operation", role: "officer" }], false);
 * // => "Saint-Exemple : agent d’une opération"
 */
export function describeAccountRights(rights: readonly DescribedRight[], isInstanceAdmin: boolean): string {
  if (isInstanceAdmin) return ROLE_LABELS.instance;
  if (rights.length === 0) return "aucun";
  const names = new Set(rights.map(({ collectivityName }) => collectivityName));
  return [...names].map((name) => `${name} : ${describeRightsIn(name, rights).join(", ")}`).join(" · ");
}

function describeRightsIn(name: string, rights: readonly DescribedRight[]): readonly string[] {
  const own = rights.filter(({ collectivityName }) => collectivityName === name);
  return [...new Set(own.map(describeRight))];
}

function describeRight({ kind, role }: DescribedRight): string {
  if (kind === "participant") return ROLE_LABELS.participant;
  if (kind === "audit" || role === null) return ROLE_LABELS.auditor;
  return kind === "operation" ? `${ROLE_LABELS[role]} d’une opération` : ROLE_LABELS[role];
}
