import type { CivilDate } from "./civil-date";

/** Paris days from `from` (included) to `toExclusive` (the first day that no longer counts). */
export type Period = {
  readonly from: CivilDate;
  readonly toExclusive: CivilDate;
};
