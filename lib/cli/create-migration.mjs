// npm run db:migration <name>: Prisma's engine wants a PostgreSQL even to compare two schemas.
import "./require-node-version.mjs";
import { runCommand } from "./child-processes.mjs";
import { installPackages } from "./install-packages.mjs";
import { startPostgresCluster } from "./postgres-cluster.mjs";
import { ROOT } from "./project-paths.mjs";
import { runMain } from "./run-main.mjs";

await runMain(async () => {
  await installPackages();
  const { addresses } = await startPostgresCluster({ name: "migration-postgres", isThrowAway: true });
  const { code } = await runCommand(process.execPath, ["prisma/migrate.mjs", "create", ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: addresses("migration").DATABASE_OWNER_URL },
    show: true,
  });
  return code;
});
