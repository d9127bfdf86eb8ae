import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { LabelCycleState } from "@/lib/domain/scoring/label-cycle-state";
import { readLabelCycle } from "@/lib/services/climate-plan/read-label-cycle";
import { type AuthorizedClimatePlan, listReadablePlans } from "./access";
import { authorizeClimatePlan } from "./authorize-climate-plan";
import { isGrantedInPlan } from "./permissions";

/** A climate plan as the signed-in person may use it now: what he may write depends on its audit too. */
export type PlanAccess = AuthorizedClimatePlan & {
  readonly cycle: LabelCycleState;
  /** Statuses, and what is said of them. */
  readonly mayAnswer: boolean;
  /** Anything else of the plan. */
  readonly mayWrite: boolean;
};

export type ChosenCollectivity = {
  readonly collectivity: PlanAccess;
  /** The others the person may look at. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
};

/**
 * The collectivity whose climate plan a page is about: the one its address names, else the first one of the signed-in
 * person, who is sent to the sign-in page otherwise. Null for somebody of none.
 */
export const requireCollectivity = cache(async (id: string | undefined): Promise<ChosenCollectivity | null> => {
  const readable = await listReadablePlans();
  const chosen = id === undefined ? readable[0] : readable.find((each) => each.id === id);
  if (!chosen) {
    if (id !== undefined) notFound();
    return null;
  }
  const plan = await authorizeClimatePlan(chosen.id, "read");
  const cycle = await readLabelCycle(plan.id);
  const isOpen = cycle === "not_requested" || cycle === "requested";
  const isAuditing = cycle === "audit_under_way" && plan.role === "auditor";
  const collectivity = {
    ...plan,
    cycle,
    mayAnswer: (isOpen || isAuditing) && isGrantedInPlan(plan.role, "answer"),
    mayWrite: isOpen && isGrantedInPlan(plan.role, "write"),
  };
  return { collectivity, others: readable.filter((each) => each.id !== chosen.id) };
});
