import "server-only";
import { authenticateSession, findUser, listGrantedCollectivities, type SignedInUser } from "./access";
import { AccessError } from "./access-error";

/**
 * The signed-in person who may try the mail server out: he manages the installation, or administers a collectivity.
 *
 * @throws {AccessError} UNAUTHENTICATED or FORBIDDEN.
 */
export async function authorizeMailTester(): Promise<SignedInUser> {
  await authenticateSession();
  const user = await findUser();
  if (!user) throw new AccessError("UNAUTHENTICATED");
  if (!user.isInstanceAdmin && (await listGrantedCollectivities("administer")).length === 0) {
    throw new AccessError("FORBIDDEN");
  }
  return user;
}
