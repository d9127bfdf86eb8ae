import { allocationCalculationSchema } from "@/lib/schemas/api/allocation-calculation";
import { authenticateRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { streamJson } from "@/lib/server/json-stream";
import { readJsonBody } from "@/lib/server/read-json-body";
import { calculateAllocation } from "@/lib/services/calculations/calculate-allocation";

const MAX_BYTES = 50_000_000;

/** Shares energies that are handed in by the rules of the convention; keeps nothing. */
export async function POST(request: Request) {
  try {
    await authenticateRequest(request);
    return streamJson(calculateAllocation(await readJsonBody(request, allocationCalculationSchema, MAX_BYTES)));
  } catch (error) {
    return toErrorResponse(error);
  }
}
