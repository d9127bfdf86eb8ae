"use client";

import { NativeSelect } from "@mantine/core";
import type { Route } from "next";
import { useRouter } from "next/navigation";

type PeriodLink = { from: string; label: string; href: Route };

/** Chooses the period whose measures are shown; the address carries it. */
export function PeriodLinks({ current, periods }: { current: string; periods: readonly PeriodLink[] }) {
  const router = useRouter();
  return (
    <NativeSelect
      label="Période"
      maw={260}
      data={periods.map(({ from, label }) => ({ value: from, label }))}
      value={current}
      onChange={({ currentTarget }) => {
        const chosen = periods.find(({ from }) => from === currentTarget.value);
        if (chosen) router.push(chosen.href, { scroll: false });
      }}
      data-no-print
    />
  );
}
