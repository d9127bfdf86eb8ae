import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { explorerQuerySchema } from "@/lib/schemas/api/explorer";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { noteChosen } from "@/lib/server/note-consultation";
import { prefersCsv } from "@/lib/server/prefers-csv";
import { readExplorer } from "@/lib/services/measures/read-explorer";
import { answerExplorer } from "./answer-explorer";

/** Curves as they count, of metering points or groups: down-sampled in JSON, step by step in CSV and XLSX. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/explorer">) {
  try {
    const { acc } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const url = new URL(request.url);
    const { curves, from, to, sum, grain, format } = explorerQuerySchema.parse(Object.fromEntries(url.searchParams));
    await noteChosen(operation, curves);
    const explorer = await readExplorer(
      operation,
      {
        choices: curves,
        isSum: sum === "true",
        startMs: parisMidnightMs(civilDate(from)),
        endMs: parisMidnightMs(civilDate(to)),
        comparison: null,
      },
      parisCivilDate(Date.now()),
    );
    return await answerExplorer(explorer, {
      format: format ?? (prefersCsv(request) ? "csv" : "json"),
      grain: grain ?? "step",
      fileName: `${operation.sheet.slug}-courbes-${from}-${to}`,
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
