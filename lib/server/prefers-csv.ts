import "server-only";

/** Whether a caller's `Accept` asks for CSV rather than JSON. */
export function prefersCsv(request: Request): boolean {
  const accept = request.headers.get("accept") ?? "";
  return /\btext\/csv\b/i.test(accept) && !/\bapplication\/json\b/i.test(accept);
}
