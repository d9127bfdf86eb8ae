import { stopQueue } from "@/lib/data/queue";
import { startWorkers } from "@/lib/jobs/start-workers";

// A process that only runs jobs, beside web processes started with RUN_JOBS=0.
await startWorkers();
console.info("Prorata : les tâches sont prises en charge par ce processus.");
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await stopQueue();
    process.exit(0);
  });
}
