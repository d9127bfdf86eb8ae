import type { TenantChangeState } from "@/lib/domain/hlm/tenant-change-state";
import type { TableStatus } from "./table-cells";

const STATES: Readonly<Record<TenantChangeState, TableStatus>> = {
  vacant: { text: "attend un nouveau contrat", tone: "info" },
  waiting: { text: "reviendra sans refus", tone: "warning" },
  refused: { text: "refusé, reste dehors", tone: "neutral" },
  returned: { text: "revenu", tone: "success" },
  abandoned: { text: "abandonné", tone: "neutral" },
};

/** Where a change of tenant stands, in a few words. */
export const describeTenantChange = (state: TenantChangeState): TableStatus => STATES[state];
