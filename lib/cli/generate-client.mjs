import path from "node:path";
import { runOrFail } from "./child-processes.mjs";
import { fingerprintFiles } from "./fingerprint-files.mjs";
import { isStamped, writeStamp } from "./fingerprint-stamp.mjs";
import { withProcessRecord } from "./process-record.mjs";
import { commandOf, DATA, ROOT } from "./project-paths.mjs";
import { reportStep } from "./report-step.mjs";

const STAMP = path.join(ROOT, "lib/generated/.fingerprint");
const SOURCES = ["prisma/schema.prisma", "prisma/models", "prisma/prisma.config.ts", "package-lock.json"];

/** Generates the Prisma client when the models changed. */
export async function generateClient() {
  await withProcessRecord(path.join(DATA, "generate.json"), async () => {
    const fingerprint = await fingerprintFiles(ROOT, SOURCES);
    if (await isStamped(STAMP, fingerprint)) return;
    await reportStep("Génération du client de base de données", () =>
      runOrFail(
        "Le client de base de données n’a pas pu être généré.",
        commandOf("prisma"),
        ["generate", "--config", "prisma/prisma.config.ts"],
        {
          cwd: ROOT,
          // Generating needs no engine, but the command would download one.
          env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", CHECKPOINT_DISABLE: "1" },
        },
      ),
    );
    await writeStamp(STAMP, fingerprint);
  });
}
