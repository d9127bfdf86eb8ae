/** Which figures of an operation prove an action. */
export type OperationEvidenceKind = "pilot" | "held_data" | "meters";

/**
 * The actions that figures of an operation prove, by id.
 *
 * @see The Climat-Air-Énergie programme, measure 3.1.1: 5.2 self-consumption pilots, 1.2 data by delivery point, 3.2
 *   communicating meters.
 */
export const OPERATION_EVIDENCE_ACTIONS: ReadonlyMap<string, OperationEvidenceKind> = new Map([
  ["cae_3.1.1.5.2", "pilot"],
  ["cae_3.1.1.1.2", "held_data"],
  ["cae_3.1.1.3.2", "meters"],
]);
