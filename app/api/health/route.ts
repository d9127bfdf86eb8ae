import { connection } from "next/server";
import { checkHealth } from "@/lib/services/check-health";

/** For probes: 200 when database, migrations and queue are well, else 503; says which is not. */
export async function GET(): Promise<Response> {
  await connection();
  const { isWell, checks } = await checkHealth();
  return Response.json({ status: isWell ? "ok" : "unavailable", checks }, { status: isWell ? 200 : 503 });
}
