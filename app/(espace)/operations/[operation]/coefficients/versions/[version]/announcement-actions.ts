"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { assertPast } from "@/lib/domain/time/assert-past";
import { describeAnnounced } from "@/lib/format/describe-announced";
import { handOverSchema } from "@/lib/schemas/coefficient-announcement";
import { keyAddressSchema } from "@/lib/schemas/coefficient-key";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { isMailOn } from "@/lib/server/installation";
import { today } from "@/lib/server/today";
import { announceKey } from "@/lib/services/coefficients/announce-key";
import { announceToMissing } from "@/lib/services/coefficients/announce-to-missing";
import { recordHandOver } from "@/lib/services/coefficients/record-hand-over";
import { retryAnnouncements } from "@/lib/services/coefficients/retry-announcements";

export async function announceKeyAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, version } = keyAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await announceKey(operation, operation.actor, version, { isMailOn: isMailOn() });
    redirect(`/operations/${address}/coefficients/versions/${version}` as Route);
  });
}

export async function announceToMissingAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, version } = keyAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const counts = await announceToMissing(operation, operation.actor, version, { isMailOn: isMailOn() });
    refresh();
    return describeAnnounced(counts);
  });
}

export async function retryAnnouncementsAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, version } = keyAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const emails = await retryAnnouncements(operation.id, operation.actor, version);
    refresh();
    return describeAnnounced({ emails, letters: 0 });
  });
}

export async function recordHandOverAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, announcement, day } = handOverSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    assertPast(day, await today(), "day");
    await recordHandOver(operation.id, operation.actor, announcement, day);
    refresh();
    return undefined;
  });
}
