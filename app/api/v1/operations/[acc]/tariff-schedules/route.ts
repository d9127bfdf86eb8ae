import { civilDate } from "@/lib/domain/time/civil-date";
import { putTariffSchedulesBodySchema, tariffScheduleQuerySchema } from "@/lib/schemas/api/tariffs";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { toErrorResponse } from "@/lib/server/http";
import { prefersCsv } from "@/lib/server/prefers-csv";
import { readJsonBody } from "@/lib/server/read-json-body";
import { exportTariffTable } from "@/lib/services/tariffs/export-tariff-table";
import { listTariffLines } from "@/lib/services/tariffs/list-tariff-lines";
import { readTariffKnowledge } from "@/lib/services/tariffs/read-tariff-knowledge";
import { setTariffSchedules } from "@/lib/services/tariffs/set-tariff-schedules";
import { fromClockTimes, toClockTimes } from "./clock-times";

const MAX_BYTES = 5_000_000;

/** Off-peak hours and seasons; JSON, or CSV when asked. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/tariff-schedules">) {
  try {
    const { id, sheet } = await authorizeOperationRequest(request, (await params).acc, "read");
    const { searchParams } = new URL(request.url);
    const { format } = tariffScheduleQuerySchema.parse(Object.fromEntries(searchParams));
    const points = await listTariffLines(id);
    if ((format ?? (prefersCsv(request) ? "csv" : "json")) === "csv") {
      return answerFile({
        name: `${sheet.slug}-heures-creuses.csv`,
        type: "text/csv; charset=utf-8",
        content: exportTariffTable(points),
      });
    }
    const { seasons } = await readTariffKnowledge(id);
    return Response.json({
      seasons: seasons.map(({ from, highSeasonMonths }) => ({ from, highSeasonMonths })),
      meteringPoints: points.map(({ schedules, ...point }) => ({
        ...point,
        schedules: schedules.map(({ offPeak, lowSeasonOffPeak, ...schedule }) => ({
          ...schedule,
          offPeak: toClockTimes(offPeak),
          lowSeasonOffPeak: lowSeasonOffPeak && toClockTimes(lowSeasonOffPeak),
        })),
      })),
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Sets off-peak hours of metering points, all or none. */
export async function PUT(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/tariff-schedules">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { schedules } = await readJsonBody(request, putTariffSchedulesBodySchema, MAX_BYTES);
    const changed = await setTariffSchedules(
      operation.id,
      operation.actor,
      schedules.map(({ from, offPeak, lowSeasonOffPeak, ...schedule }) => ({
        ...schedule,
        from: civilDate(from),
        offPeak: fromClockTimes(offPeak),
        lowSeasonOffPeak: lowSeasonOffPeak && fromClockTimes(lowSeasonOffPeak),
      })),
    );
    return Response.json({ changed });
  } catch (error) {
    return toErrorResponse(error);
  }
}
