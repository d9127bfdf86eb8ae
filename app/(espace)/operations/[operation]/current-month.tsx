import type { Route } from "next";
import Link from "next/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { describePeriodState } from "@/lib/format/describe-period-state";
import { formatPeriodName } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";

/** What the officer looks at first, in every room: the last finished month and what it waits for. */
export async function CurrentMonth({ operation }: { operation: AuthorizedOperation }) {
  const periods = await periodsOf(operation);
  const last = periods.find(({ state }) => state !== "running");
  if (!last) return null;
  const { tone, text } = describePeriodState(last.state, last.missing.length, last.isStale);
  return (
    <Link href={`/operations/${operation.sheet.slug}/periodes/${last.period.from}` as Route}>
      <StatusBadge tone={tone}>
        {formatPeriodName(last.period.from, last.period.toExclusive)} : {text}
      </StatusBadge>
    </Link>
  );
}
