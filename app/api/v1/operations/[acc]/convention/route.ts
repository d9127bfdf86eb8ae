import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readConventionWatch } from "@/lib/services/convention/read-convention-watch";

/** Whether the convention holds today, what could end it, and how many have to be told. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/convention">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { status, grounds, endings } = await readConventionWatch(operation, parisCivilDate(Date.now()));
    return Response.json({
      convention: {
        status: status.status,
        statusFrom: status.from,
        grounds,
        endings: endings.map(({ people, ...ending }) => ({
          ...ending,
          toTellCount: people.length,
          toldCount: people.filter(({ toldDay }) => toldDay !== null).length,
        })),
      },
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
