import { civilDate } from "@/lib/domain/time/civil-date";
import { pricesQuerySchema, putPricesBodySchema } from "@/lib/schemas/api/money";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { toErrorResponse } from "@/lib/server/http";
import { prefersCsv } from "@/lib/server/prefers-csv";
import { readJsonBody } from "@/lib/server/read-json-body";
import { exportPriceTable } from "@/lib/services/money/export-price-table";
import { listPrices } from "@/lib/services/money/list-prices";
import { setPrices } from "@/lib/services/money/set-prices";
import { listTariffLines } from "@/lib/services/tariffs/list-tariff-lines";

const MAX_BYTES = 5_000_000;

/** Prices that stand; JSON, or CSV when asked. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/prices">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { format } = pricesQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { own, hidden, shipped } = await listPrices(operation);
    if ((format ?? (prefersCsv(request) ? "csv" : "json")) === "csv") {
      const lines = await listTariffLines(operation.id);
      const shown = lines.filter(({ prm }) => !hidden.prms.has(prm));
      return answerFile({
        name: `${operation.sheet.slug}-prix.csv`,
        type: "text/csv; charset=utf-8",
        content: exportPriceTable(shown, own),
      });
    }
    return Response.json({
      prices: own.map(({ kind, from, values, source, prm, producerPrm, participantId, code }) => ({
        ...{ kind, from, values, source, prm, producerPrm, participantId, code },
      })),
      shipped: shipped.map(({ kind, from, values, source, code }) => ({
        ...{ kind, from, values, source, code },
        ...{ prm: null, producerPrm: null, participantId: null },
      })),
      hiddenPrices: hidden.prices,
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Enters prices, all or none. */
export async function PUT(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/prices">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { prices } = await readJsonBody(request, putPricesBodySchema, MAX_BYTES);
    const changed = await setPrices(
      operation.id,
      operation.actor,
      prices.map(({ from, ...price }) => ({ ...price, from: civilDate(from) })),
    );
    return Response.json({ changed });
  } catch (error) {
    return toErrorResponse(error);
  }
}
