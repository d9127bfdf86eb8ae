/** Where a request for a star stands: who may still write depends on it. */
export type LabelCycleState = "not_requested" | "requested" | "audit_under_way" | "audit_validated";

/** What is known of a request and its audit; null: none. */
export type LabelCycle = {
  readonly request: { readonly isDraft: boolean } | null;
  readonly audit: { readonly isStarted: boolean; readonly isValidated: boolean } | null;
};

/** The state of a cycle: not asked, asked, audit under way (only the auditor writes), audit validated (nobody does). */
export function labelCycleState({ request, audit }: LabelCycle): LabelCycleState {
  if (audit?.isValidated) return "audit_validated";
  if (audit?.isStarted) return "audit_under_way";
  return request && !request.isDraft ? "requested" : "not_requested";
}
