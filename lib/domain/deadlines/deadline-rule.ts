/** What a deadline belongs to, for those who look for one kind only. */
export type DeadlineFamily =
  | "start"
  | "perimeter"
  | "coefficients"
  | "measures"
  | "settlement"
  | "consents"
  | "complaints"
  | "convention";

export type DeadlineUnit = "working_days" | "calendar_days" | "months";

/** From the anchor day to the last day; a negative count goes back from it. */
export type DeadlineSpan = { readonly unit: DeadlineUnit; readonly count: number };

/** A row of the table of deadlines. */
export type DeadlineRule = {
  readonly id: string;
  readonly family: DeadlineFamily;
  /** Of the convention Enedis-FOR-CF_01E, « 4.1 »; none where the work asks for it and no text does. */
  readonly articles: readonly string[];
  /** Who has to act. */
  readonly actor: "organiser" | "dso" | "both";
  /** Null: as soon as possible, on no given day. */
  readonly span: DeadlineSpan | null;
  /** `duty`: somebody may be late. `effect`: it takes place by itself on that day, until which one may still act. */
  readonly nature: "duty" | "effect";
};
