const CONNECTION_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE"]);
// Class 08: connection exception; 57P0x: the server is shutting down or starting.
const SQL_STATE = /^(08...|57P0[123])$/;
const DRIVER_TEXT =
  /connection terminated|timeout exceeded when trying to connect|server closed the connection|connection error and is not queryable|can't reach database/i;

/** Whether an error means that PostgreSQL cannot be reached, rather than that a query is wrong. */
export function isDatabaseUnreachable(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    const code = "code" in current && typeof current.code === "string" ? current.code : "";
    if (CONNECTION_CODES.has(code) || SQL_STATE.test(code) || code === "P1001" || code === "P1017") return true;
    if (DRIVER_TEXT.test(current.message)) return true;
  }
  return false;
}
