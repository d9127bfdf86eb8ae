import "server-only";
import { listChosenObjects } from "@/lib/data/chosen-objects";
import type { ConsultedObject } from "@/lib/domain/consultation";
import { recordConsultation } from "@/lib/services/journal/record-consultation";
import type { AuthorizedOperation } from "./access";
import type { Caller } from "./authenticate";

/**
 * Writes down that the caller looks at one object of an operation: a participant, a metering point, personal data, a file.
 * That he looks at the operation is written where access to it is proven.
 */
export async function noteConsultation(
  { id, collectivity, actor }: Pick<AuthorizedOperation, "id" | "collectivity" | "actor">,
  objectType: Exclude<ConsultedObject, "operation" | "operations" | "collectivity" | "climate_plan">,
  objectId: string,
): Promise<void> {
  const seen = { actor, collectivityId: collectivity.id, operationId: id, objectType, objectId };
  await recordConsultation(seen, new Date());
}

/**
 * Writes down that the caller looks at the metering points and participants chosen in a query; groups are looks at the operation.
 *
 * @param choices - In the words of the explorer: a PRM, `participant:` and an identifier; the schemas of queries bound how many.
 */
export async function noteChosen(
  operation: Pick<AuthorizedOperation, "id" | "collectivity" | "actor">,
  choices: readonly (string | null | undefined)[],
): Promise<void> {
  const named = choices.filter((choice) => choice != null);
  for (const { objectType, id } of await listChosenObjects(operation.id, named)) {
    await noteConsultation(operation, objectType, id);
  }
}

/** Writes down that a caller looks at what is a collectivity's own: itself, its climate plan, the list of its operations. */
export async function noteListed(
  { actor }: Caller,
  collectivityId: string,
  objectType: "collectivity" | "climate_plan" | "operations",
): Promise<void> {
  const seen = { actor, collectivityId, operationId: null, objectType, objectId: collectivityId };
  await recordConsultation(seen, new Date());
}
