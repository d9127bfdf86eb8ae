"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { assertForecast } from "@/lib/domain/forecast/assert-forecast";
import type { OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import { spreadSelfConsumption } from "@/lib/domain/forecast/spread-self-consumption";
import { spreadYear } from "@/lib/domain/forecast/spread-year";
import { errorMessage } from "@/lib/format/error-message";
import { describeForecastMonths, YEAR_SHAPES } from "@/lib/format/forecast-words";
import { formatDay } from "@/lib/format/format-date";
import { parsePastedForecast } from "@/lib/format/parse-pasted-forecast";
import { forecastTableFormSchema, forecastWithdrawalSchema, forecastYearFormSchema } from "@/lib/schemas/forecast";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { setForecast } from "@/lib/services/forecast/set-forecast";
import { withdrawForecast } from "@/lib/services/forecast/withdraw-forecast";

/** Reads twelve pasted lines, shows what they say, then records them. */
export async function setForecastTableAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  let answer: RegistryActionState | null = null;
  const state = await runAction(async () => {
    const {
      operation: address,
      from,
      source,
      table,
      confirmed,
    } = forecastTableFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const { months, problems } = parsePastedForecast(table, from);
    if (problems.length > 0) {
      answer = refuse({ table: [problems.join("\n")] });
      return;
    }
    const forecast = { from, months };
    assertForecast(forecast);
    if (confirmed) return saveForecast(operation, { ...forecast, source });
    answer = { status: "warned", warnings: describeForecastMonths(forecast) };
  });
  return answer ?? state;
}

/** Spreads a year over its months, shows how and what it gives, then records it. */
export async function setForecastYearAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  let answer: RegistryActionState | null = null;
  const state = await runAction(async () => {
    const { operation: address, source, confirmed, ...year } = forecastYearFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const forecast = spread(year);
    assertForecast(forecast);
    const method = describeMethod(year, forecast);
    if (confirmed) return saveForecast(operation, { ...forecast, source: `${source} – ${method}` });
    answer = { status: "warned", warnings: [`Répartition : ${method}.`, ...describeForecastMonths(forecast)] };
  });
  return answer ?? state;
}

/** Takes a forecast back. */
export async function withdrawForecastAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, from } = forecastWithdrawalSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await withdrawForecast(operation.id, operation.actor, from);
    refresh();
    return "C’est retiré : ce qui valait avant vaut de nouveau.";
  });
}

const SELF_CONSUMPTION = {
  even: "même taux d’autoconsommation chaque mois",
  limited: "même taux d’autoconsommation chaque mois, sauf là où le soutirage le limite",
};

type Year = Omit<ReturnType<typeof forecastYearFormSchema.parse>, "operation" | "source" | "confirmed">;

function spread({ from, production, productionShape, withdrawal, withdrawalShape, rate }: Year): OperationForecast {
  const produced = production === null ? null : spreadYear(from, production, productionShape);
  const drawn = withdrawal === null ? null : spreadYear(from, withdrawal, withdrawalShape);
  const used =
    produced === null || rate === null
      ? null
      : spreadSelfConsumption(
          produced.map((productionWh, index) => ({ productionWh, withdrawalWh: drawn?.[index] ?? null })),
          rate,
        );
  const months = Array.from({ length: 12 }, (_, index) => ({
    productionWh: produced?.[index] ?? null,
    withdrawalWh: drawn?.[index] ?? null,
    selfConsumedWh: used?.[index] ?? null,
  }));
  return { from, months };
}

function describeMethod(
  { production, productionShape, withdrawal, withdrawalShape, rate }: Year,
  { months }: OperationForecast,
): string {
  const isLimited = months.some(
    ({ productionWh, withdrawalWh, selfConsumedWh }) =>
      productionWh !== null && withdrawalWh === selfConsumedWh && withdrawalWh !== null && withdrawalWh < productionWh,
  );
  const parts = [
    production === null ? null : `production annuelle répartie selon un profil « ${YEAR_SHAPES[productionShape]} »`,
    withdrawal === null ? null : `soutirage annuel réparti selon un profil « ${YEAR_SHAPES[withdrawalShape]} »`,
    rate === null ? null : SELF_CONSUMPTION[isLimited ? "limited" : "even"],
  ];
  return parts.filter((part) => part !== null).join(", ");
}

async function saveForecast(
  { id, actor }: Awaited<ReturnType<typeof authorizeOperation>>,
  forecast: OperationForecast & { readonly source: string },
): Promise<string> {
  const changed = await setForecast(id, actor, forecast);
  refresh();
  if (!changed) return "Rien ne change : cette prévision était déjà enregistrée.";
  return `C’est enregistré : cette prévision vaut à partir du ${formatDay(forecast.from)}.`;
}

function refuse(fieldErrors: Readonly<Record<string, readonly string[]>>): RegistryActionState {
  return { status: "failed", code: "INVALID_REQUEST", message: errorMessage("INVALID_REQUEST"), fieldErrors };
}
