import "server-only";
import type { ConsultedObject } from "@/lib/domain/consultation";
import { recordConsultation } from "@/lib/services/journal/record-consultation";
import type { AuthorizedOperation } from "./access";

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
