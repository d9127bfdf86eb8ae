/** Runs once when a web process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openProcess } = await import("@/lib/jobs/open-process");
  await openProcess();
}
