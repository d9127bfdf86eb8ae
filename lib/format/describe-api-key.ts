import { type ApiKeyState, apiKeyState } from "@/lib/domain/access/api-key-state";
import type { ApiKeyScope } from "@/lib/domain/access/api-key-terms";
import { lifeOfKey } from "@/lib/domain/access/life-of-key";
import type { StatusTone } from "./table-cells";

/** What a key opens, in French. */
export const API_KEY_SCOPES: Readonly<Record<ApiKeyScope, string>> = {
  read: "lecture",
  measures: "mesures",
  write: "lecture et écriture",
};

const STATES: Readonly<Record<ApiKeyState, { readonly text: string; readonly tone: StatusTone }>> = {
  active: { text: "en service", tone: "success" },
  endless: { text: "sans fin", tone: "warning" },
  ending: { text: "finit bientôt", tone: "warning" },
  replaced: { text: "remplacée", tone: "info" },
  ended: { text: "finie", tone: "neutral" },
};

type DescribedKey = {
  readonly name: string;
  readonly start: string;
  readonly scope: ApiKeyScope;
  readonly operations: readonly string[] | null;
  /** Beside those named, operations that whoever reads may not know. */
  readonly isElsewhereToo?: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly isReplaced: boolean;
};

/** The columns of a list of keys, whoever they belong to. */
export const API_KEY_COLUMNS = [
  { key: "name", label: "Nom", kind: "text" },
  { key: "start", label: "Début de la clé", kind: "text" },
  { key: "scope", label: "Portée", kind: "text" },
  { key: "operations", label: "Opérations", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "expiresAt", label: "Finit le", kind: "instantMs" },
  { key: "lastUsedAt", label: "Dernier usage", kind: "instantMs" },
] as const;

/** A key as its line of a list, at an instant. [ms] */
export function describeApiKey(key: DescribedKey, nowMs: number) {
  return {
    name: key.name,
    start: `${key.start}…`,
    scope: API_KEY_SCOPES[key.scope],
    operations: describeOperations(key),
    state: STATES[apiKeyState(lifeOfKey(key), nowMs)],
    expiresAt: key.expiresAt?.getTime() ?? null,
    lastUsedAt: key.lastUsedAt?.getTime() ?? null,
  };
}

function describeOperations({ operations, isElsewhereToo = false }: DescribedKey): string {
  if (operations === null) return "toutes";
  const named = operations.join(", ") || "aucune";
  return isElsewhereToo ? `${named}, et d’autres ailleurs` : named;
}
