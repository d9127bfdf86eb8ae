"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { CurveChart } from "@/components/charts/curve-chart";
import type { CurvePlotData, TimeWindow } from "@/components/charts/curve-plot-data";
import { snapWindow } from "@/lib/domain/explorer/snap-window";
import type { ExplorerSearch } from "@/lib/schemas/explorer-search";
import { writeExplorerSearch } from "@/lib/schemas/write-explorer-search";

type CurveExplorerProps = {
  path: string;
  search: ExplorerSearch & TimeWindow;
  stepMinutes: number;
  data: CurvePlotData;
  title: string;
  subtitle: string;
  fileName: string;
};

/**
 * The curves along the time. A zoom shows at once what is there already, then what the server sums up anew; each is an
 * address, so that « page précédente » undoes it.
 */
export function CurveExplorer({ path, search, stepMinutes, ...chart }: CurveExplorerProps) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const { startMs, endMs } = search;
  const [window, showWindow] = useOptimistic<TimeWindow>({ startMs, endMs });

  function zoom(wanted: TimeWindow) {
    const next = snapWindow(wanted, stepMinutes);
    startTransition(() => {
      showWindow(next);
      router.push(`${path}${writeExplorerSearch({ ...search, ...next, grain: null })}` as Route, { scroll: false });
    });
  }

  return <CurveChart {...chart} window={window} onZoom={zoom} />;
}
