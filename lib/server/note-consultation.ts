import "server-only";
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

/** Writes down that a caller looks at what is a collectivity's own: itself, its climate plan, the list of its operations. */
export async function noteListed(
  { actor }: Caller,
  collectivityId: string,
  objectType: "collectivity" | "climate_plan" | "operations",
): Promise<void> {
  const seen = { actor, collectivityId, operationId: null, objectType, objectId: collectivityId };
  await recordConsultation(seen, new Date());
}
