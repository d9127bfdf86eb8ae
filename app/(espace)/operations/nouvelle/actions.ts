"use server";

import type { ActionState } from "@/lib/schemas/action-state";
import { newOperationSchema } from "@/lib/schemas/operation-sheet";
import { authorizeCollectivity } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { createOperation } from "@/lib/services/operations/create-operation";

/** On success `message` is the slug of the new operation. */
export async function createOperationAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const request = newOperationSchema.parse(Object.fromEntries(form));
    const collectivity = await authorizeCollectivity(request.collectivity, "write");
    const { organisationName, siret, legalForm, nafCode, address, postalCode, city, phone, email } = request;
    const { slug, accNumber, name, place, proximityKind, derogationBasis, networkZone, perimeterManagement } = request;
    const { holidayRegion } = request;
    const { startDay, monthlyAnniversaryDay, stepMinutes } = request;
    await createOperation(collectivity.id, collectivity.actor, {
      ...{ slug, accNumber, name, place, proximityKind, derogationBasis, networkZone, perimeterManagement },
      ...(holidayRegion && { holidayRegion }),
      ...{ startDay, monthlyAnniversaryDay, stepMinutes },
      organiser: { organisationName, siret, legalForm, nafCode, address, postalCode, city, phone, email },
    });
    return slug;
  });
}
