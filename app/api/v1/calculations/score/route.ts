import { scoreCalculationSchema } from "@/lib/schemas/api/score-calculation";
import { authenticateRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { calculateScore } from "@/lib/services/calculations/calculate-score";

const MAX_BYTES = 10_000_000;

/** Scores a referential of climate actions that is handed in; keeps nothing. */
export async function POST(request: Request) {
  try {
    await authenticateRequest(request);
    return Response.json(calculateScore(await readJsonBody(request, scoreCalculationSchema, MAX_BYTES)));
  } catch (error) {
    return toErrorResponse(error);
  }
}
