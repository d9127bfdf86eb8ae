import "server-only";
import { readOperationParties } from "@/lib/data/operation-sheets";
import type { OutputOperation } from "./read-output-run";

/** An operation whose access is proven, and whose collectivity writes where its sheet names no organiser. */
export type WritingOperation = OutputOperation & { readonly collectivity: { readonly name: string } };

/** Who writes to participants, line by line: name, address. */
export async function readStatementSender(operation: WritingOperation): Promise<readonly string[]> {
  const { organiser } = await readOperationParties(operation.id);
  const town = [organiser?.postalCode, organiser?.city].filter(Boolean).join(" ");
  const name = organiser?.organisationName ?? operation.collectivity.name;
  return [name, organiser?.address ?? "", town].filter((line) => line !== "");
}
