import { connection } from "next/server";
import { checkHealth } from "@/lib/services/check-health";

/** For probes: 200 when database, migrations and queue are well, else 503; says which is not. A warning is no illness. */
export async function GET(): Promise<Response> {
  await connection();
  const { isWell, checks, warnings } = await checkHealth();
  const body = { status: isWell ? "ok" : "unavailable", checks, ...(warnings.length > 0 && { warnings }) };
  return Response.json(body, { status: isWell ? 200 : 503 });
}
