import "server-only";
import { notFound } from "next/navigation";
import { daySchema } from "@/lib/schemas/day";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { type AuthorizedOperation, requireOperation } from "./access";
import { periodsOf } from "./periods-of";

/** The operation and the period that a page is about, by its first day; a page of none is not found. */
export async function requirePeriod({
  operation: address,
  debut,
}: {
  readonly operation: string;
  readonly debut: string;
}): Promise<{ readonly operation: AuthorizedOperation; readonly status: PeriodStatus }> {
  const operation = await requireOperation(address);
  const from = daySchema.safeParse(debut);
  const periods = from.success ? await periodsOf(operation) : [];
  const status = periods.find(({ period }) => period.from === from.data);
  if (!status) notFound();
  return { operation, status };
}
