import "server-only";
import { notFound } from "next/navigation";
import { type AuthorizedOperation, requireOperation } from "./access";
import { isGranted } from "./permissions";

/** The operation of a page that only writes: who may not write finds nothing there. */
export async function requireWriter(address: string): Promise<AuthorizedOperation> {
  const operation = await requireOperation(address);
  if (!isGranted(operation.role, "write")) notFound();
  return operation;
}
