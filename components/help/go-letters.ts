/** What to type after `g` to go to a room: its initial where that is free, else that of what one finds there. */
export const GO_LETTERS = {
  toDo: "a",
  overview: "t",
  operations: "o",
  climate: "c", // climat
  help: "h",
  ownSpace: "s", // mon espace
  dashboard: "b",
  participants: "p",
  measures: "m",
  coefficients: "k", // la clé
  periods: "r", // les résultats
  deadlines: "e",
  settings: "g",
} as const;

export type GoLetter = (typeof GO_LETTERS)[keyof typeof GO_LETTERS];
