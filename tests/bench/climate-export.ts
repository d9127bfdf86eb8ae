import { renderClimateReport } from "@/lib/documents/climate-report";
import { civilDate } from "@/lib/domain/time/civil-date";
import { streamWorkbook } from "@/lib/formats/workbook/stream-workbook";
import { listClimateSheets } from "@/lib/services/climate-plan/list-climate-sheets";
import { writeClimateTable } from "@/lib/services/climate-plan/write-climate-table";
import { climateReport } from "../support/climate-report";
import type { BenchRow } from "./allocation";

const ROUNDS = 5;

/** What a person waits for without wondering. [ms] */
const AIMS = { workbook: 1_500, synthesis: 1_500, table: 200 } as const;

/** Times the files of a whole programme, 1 471 nodes with most of them answered. */
export async function benchClimateExport(): Promise<BenchRow[]> {
  const report = climateReport();
  const writers: Readonly<Record<keyof typeof AIMS, () => Promise<number>>> = {
    workbook: async () => {
      let bytes = 0;
      for await (const chunk of streamWorkbook(listClimateSheets(report), civilDate("2026-11-22")))
        bytes += chunk.length;
      return bytes;
    },
    synthesis: async () => (await renderClimateReport(report)).length,
    table: async () => new TextEncoder().encode(writeClimateTable(report)).length,
  };
  const rows: BenchRow[] = [];
  for (const [name, write] of Object.entries(writers) as [keyof typeof AIMS, () => Promise<number>][]) {
    const bytes = await write(); // what is loaded once is not timed
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const startMs = performance.now();
      await write();
      times.push(performance.now() - startMs);
    }
    const ms = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
    rows.push({
      name: `climate plan, ${name} of ${report.actions.length} nodes / ${AIMS[name]} ms`,
      ratio: ms / AIMS[name],
      aim: 1,
      detail: `${ms.toFixed(0)} ms, ${(bytes / 1e3).toFixed(0)} kB`,
    });
  }
  return rows;
}
