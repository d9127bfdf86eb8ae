/** Whose curve one looks at; `points` is the sum of several choices. */
export type CurveSubject =
  | { readonly kind: "consumers" | "producers" }
  | { readonly kind: "participant"; readonly id: string; readonly name: string }
  | { readonly kind: "point"; readonly prm: string; readonly name: string }
  | { readonly kind: "points"; readonly count: number };
