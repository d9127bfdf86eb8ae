import type { MonthJudgement } from "./judge-months";
import type { ShownSides } from "./show-month";

/** What may be shown of a period that was judged. */
export const shownSides = ({ production, withdrawal, shared }: Omit<MonthJudgement, "runId">): ShownSides => ({
  showsProduction: production === "shown",
  showsWithdrawal: withdrawal === "shown",
  showsShared: shared === "shown",
});
