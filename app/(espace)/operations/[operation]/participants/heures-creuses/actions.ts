"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { describeUnusualDuration } from "@/lib/format/describe-tariff";
import { errorMessage } from "@/lib/format/error-message";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import {
  tariffScheduleFormSchema,
  tariffSeasonFormSchema,
  tariffTableFormSchema,
  tariffWithdrawalSchema,
} from "@/lib/schemas/tariff";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { checkTariffTable } from "@/lib/services/tariffs/check-tariff-table";
import { setTariffSchedules } from "@/lib/services/tariffs/set-tariff-schedules";
import { setTariffSeason } from "@/lib/services/tariffs/set-tariff-season";
import { withdrawTariffSchedule } from "@/lib/services/tariffs/withdraw-tariff-schedule";

export async function setTariffScheduleAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  let warning: string | null = null;
  const state = await runAction(async () => {
    const { operation: address, isConfirmed, schedule } = tariffScheduleFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    warning = isConfirmed ? null : describeUnusualDuration(schedule);
    if (warning) return;
    const changed = await setTariffSchedules(operation.id, operation.actor, [schedule]);
    refresh();
    return changed > 0
      ? `C’est enregistré : ces heures valent à partir du ${formatDay(schedule.from)}.`
      : "Rien ne change : ces heures étaient déjà enregistrées.";
  });
  return warning ? { status: "warned", warnings: [`${warning}.`] } : state;
}

export async function withdrawTariffScheduleAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, ...withdrawn } = tariffWithdrawalSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await withdrawTariffSchedule(operation.id, operation.actor, withdrawn);
    refresh();
    return "C’est retiré : ce qui valait avant vaut de nouveau.";
  });
}

export async function setTariffSeasonAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, ...season } = tariffSeasonFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await setTariffSeason(operation.id, operation.actor, season);
    refresh();
    return `C’est enregistré : cette saison vaut à partir du ${formatDay(season.from)}.`;
  });
}

export async function setTariffTableAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  let answer: RegistryActionState | null = null;
  const state = await runAction(async () => {
    const { operation: address, from, table, file, confirmed } = tariffTableFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const content = file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : table;
    const { lines, errors, remarks } = await checkTariffTable(operation.id, content, from);
    if (errors.length > 0) {
      answer = refuseTable(errors);
    } else if (confirmed) {
      const changed = await setTariffSchedules(operation.id, operation.actor, lines);
      refresh();
      return `C’est enregistré : ${formatCount(changed, "ligne a changé", "lignes ont changé")} sur ${lines.length}.`;
    } else {
      answer = { status: "warned", warnings: remarks };
    }
  });
  return answer ?? state;
}

const MOST_TOLD = 10;

function refuseTable(errors: readonly string[]): RegistryActionState {
  const others = errors.length - MOST_TOLD;
  const told = [
    ...errors.slice(0, MOST_TOLD),
    ...(others > 0 ? [`Et ${formatCount(others, "autre", "autres")}.`] : []),
  ];
  return {
    status: "failed",
    code: "INVALID_REQUEST",
    message: errorMessage("INVALID_REQUEST"),
    fieldErrors: { table: [told.join("\n")] },
  };
}
