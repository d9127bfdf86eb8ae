import "server-only";
import { cache } from "react";
import { type AuthorizedOperation, listCallerOperations, requireUser } from "./access";

/** Every operation the signed-in user of a page may read, by name; else the sign-in page. One query per request. */
export const requireOperations = cache(async (): Promise<readonly AuthorizedOperation[]> => {
  const user = await requireUser();
  return listCallerOperations({ actor: { userId: user.id, via: "session" }, mayWrite: true });
});
