import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { moneyQuerySchema } from "@/lib/schemas/api/money";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readSavings, type Saving } from "@/lib/services/money/read-savings";

/** The money of the latest runs of a window. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/money">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { from, to } = moneyQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const savings = await readSavings(
      operation,
      { from: civilDate(from), toExclusive: civilDate(to) },
      parisCivilDate(Date.now()),
    );
    return Response.json({
      months: savings.months.map(
        ({ from: first, toExclusive, runId, lacking, resaleCents, incomeCents, ...saving }) => ({
          ...{ from: first, toExclusive, runId },
          ...savingOf(saving),
          ...{ incomeCents, resaleCents, lacking },
        }),
      ),
      meteringPoints: savings.points.map(({ prm, name, ...saving }) => ({ prm, name, ...savingOf(saving) })),
      residents: savings.residents && {
        ...{ pointCount: savings.residents.pointCount, siteCount: savings.residents.siteCount },
        lacking: savings.residents.gaps,
        ...savingOf(savings.residents),
      },
      lacking: savings.lacks,
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

const savingOf = ({
  savedCents,
  withoutCents,
  supplyCents,
  internalCents,
  networkCents,
  exciseCents,
  vatCents,
  feeCents,
}: Saving): Saving => ({
  ...{ savedCents, withoutCents, supplyCents, internalCents, networkCents, exciseCents, vatCents, feeCents },
});
