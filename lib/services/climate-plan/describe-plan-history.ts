import "server-only";
import type { PlanChange, PlanHistoryFilter, PlanHistoryPlace } from "@/lib/data/climate-history";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { describePlanChange } from "@/lib/format/describe-plan-change";
import { listFrozenActions } from "./freeze-climate-plan";
import { readClimateReferential } from "./read-climate-referential";
import { type PlanHistoryPage, readPlanHistory } from "./read-plan-history";
import { readShippedPersonalisation } from "./read-shipped-personalisation";

/** A change with its words. */
export type DescribedPlanChange = PlanChange & {
  /** `3.1.1.5.2`; null for what is about the whole plan. */
  readonly number: string | null;
  /** Of its action in the referential of today; null when that does not have it. */
  readonly actionTitle: string | null;
  /** Of its measure there: where the action is filled in; null likewise. */
  readonly measureNumber: string | null;
  /** Before → after, a line for each thing. */
  readonly lines: readonly string[];
};

/** The changes of a page in words. */
export async function describePlanHistory(
  collectivityId: AuthorizedClimatePlanId,
  { changes, names }: PlanHistoryPage,
): Promise<readonly DescribedPlanChange[]> {
  const { referential } = await readClimateReferential(collectivityId);
  const actions = new Map(listFrozenActions(referential.root).map((action) => [action.id, action]));
  const { questions } = readShippedPersonalisation();
  return changes.map((change) => {
    const action = actions.get(change.nodeId ?? "");
    const number = change.nodeId?.replace(`${referential.id}_`, "") ?? null;
    return {
      ...change,
      number,
      actionTitle: action?.title ?? null,
      measureNumber: action && number ? number.split(".").slice(0, referential.measureDepth).join(".") : null,
      lines: describePlanChange(change, { names, questions }),
    };
  });
}

const FILE_PAGE_SIZE = 1_000;

/** The whole filtered history in words, latest first, a thousand changes in memory at a time. */
export async function* readWholePlanHistory(
  collectivityId: AuthorizedClimatePlanId,
  filter: PlanHistoryFilter,
): AsyncGenerator<readonly DescribedPlanChange[]> {
  let place: PlanHistoryPlace | null = null;
  do {
    const page: PlanHistoryPage = await readPlanHistory(collectivityId, filter, place, FILE_PAGE_SIZE);
    yield await describePlanHistory(collectivityId, page);
    place = page.next;
  } while (place);
}
