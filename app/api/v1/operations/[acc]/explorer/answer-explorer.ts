import type { CalendarGrain } from "@/lib/domain/explorer/calendar-grain";
import { chooseGrain } from "@/lib/domain/explorer/choose-grain";
import { downSampleGroup } from "@/lib/domain/explorer/down-sample-group";
import { summarizeGroup } from "@/lib/domain/explorer/summarize-group";
import { toCsv } from "@/lib/format/to-csv";
import { curveTable } from "@/lib/formats/curve-workbook/curve-table";
import { writeCurveWorkbook } from "@/lib/formats/curve-workbook/write-curve-workbook";
import { XLSX_TYPE } from "@/lib/schemas/api/annex-2";
import { answerFile } from "@/lib/server/answer-file";
import { HttpError } from "@/lib/server/http";
import { streamJson } from "@/lib/server/json-stream";
import { MAX_POINTS } from "@/lib/services/measures/max-points";
import type { Explorer, ExplorerCurve } from "@/lib/services/measures/read-explorer";
import { toExplorerSheet } from "@/lib/services/measures/to-explorer-sheet";

/** A file of more values would take the server's memory: 20 curves of a year of half-hours are 351 360. */
const MAX_FILE_VALUES = 400_000;

type Asked = {
  readonly format: "json" | "csv" | "xlsx";
  readonly grain: CalendarGrain;
  /** Without extension. */
  readonly fileName: string;
};

/** The curves in the format asked for. 422 when a file would hold too many values. */
export async function answerExplorer(explorer: Explorer, { format, grain, fileName }: Asked): Promise<Response> {
  if (format === "json") return jsonAnswer(explorer, grain);
  const stepCount = explorer.curves[0]?.group.axis.length ?? 0;
  if (grain === "step" && stepCount * explorer.curves.length > MAX_FILE_VALUES) {
    throw new HttpError(422, "TOO_MANY_VALUES", { maxValues: MAX_FILE_VALUES });
  }
  const sheet = toExplorerSheet(explorer, grain);
  const name = `${fileName}.${format}`;
  if (format === "xlsx") return answerFile({ name, type: XLSX_TYPE, content: await writeCurveWorkbook(sheet) });
  const { header, rows } = curveTable(sheet);
  return answerFile({ name, type: "text/csv; charset=utf-8", content: toCsv(header, rows) });
}

function jsonAnswer({ startMs, endMs, stepMinutes, curves, omittedCount, unknown }: Explorer, wanted: CalendarGrain) {
  const grain = chooseGrain(wanted, (endMs - startMs) / 60_000, stepMinutes, MAX_POINTS);
  const described = curves.map((curve) => describeJson(curve, grain));
  const starts = described[0]?.starts ?? [];
  const end = new Date(endMs).toISOString();
  return streamJson({
    explorer: { stepMinutes, grain, starts, end, unknown, omittedCount, curves: described.map(({ curve }) => curve) },
  });
}

function describeJson({ subject, quantity, memberCount, group }: ExplorerCurve, grain: CalendarGrain) {
  const buckets = downSampleGroup(group, grain);
  const { totalWh, knownWh, incompleteCount, correctedCount, manualCount } = summarizeGroup(group);
  return {
    starts: buckets.map((bucket) => new Date(bucket.startMs).toISOString()),
    curve: {
      subject: subject.kind,
      name: "name" in subject ? subject.name : null,
      prm: subject.kind === "point" ? subject.prm : null,
      quantity,
      memberCount,
      totalWh,
      knownWh,
      incompleteSteps: incompleteCount,
      correctedSteps: correctedCount,
      manualSteps: manualCount,
      energyWh: buckets.map((bucket) =>
        bucket.incompleteCount > 0 || bucket.state === "outside" ? null : bucket.knownWh,
      ),
      meanW: buckets.map(({ meanW }) => meanW),
      minW: buckets.map(({ minW }) => minW),
      maxW: buckets.map(({ maxW }) => maxW),
      state: buckets.map(({ state }) => state),
    },
  };
}
