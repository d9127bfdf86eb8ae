import type { AccessLines } from "../line";

export const OWN_SPACE_LINES: AccessLines = {
  "PAGE /mon-espace": { tag: "account.own", isOwn: true },
  "PAGE /mon-espace/[participant]": { tag: "own-space.read" },
};
