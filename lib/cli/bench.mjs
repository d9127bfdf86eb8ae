// npm run bench [case…]: what the heavy work costs, as ratios to references timed in the same run. On a PostgreSQL of
// its own that disappears with it, or in the scratch database of BENCH_DATABASE_URL, where what it writes stays.
import "./require-node-version.mjs";
import { randomBytes } from "node:crypto";
import { runCommand } from "./child-processes.mjs";
import { deployMigrations } from "./deploy-migrations.mjs";
import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install-packages.mjs";
import { startPostgresCluster } from "./postgres-cluster.mjs";
import { ROOT } from "./project-paths.mjs";
import { runMain } from "./run-main.mjs";

await runMain(async () => {
  await installPackages();
  await generateClient();
  const given = process.env.BENCH_DATABASE_URL;
  const addresses = given ? { DATABASE_URL: given } : await startOwnDatabase();
  await deployMigrations(addresses);
  const ownerUrl = addresses.DATABASE_OWNER_URL ?? addresses.DATABASE_URL;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: ownerUrl, // some cases make tables to compare with
    TEST_DATABASE_OWNER_URL: ownerUrl,
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: randomBytes(32).toString("hex"),
  };
  const { code } = await runCommand(
    process.execPath,
    ["--expose-gc", "--import", "tsx", "--conditions=react-server", "tests/bench/run.ts", ...process.argv.slice(2)],
    { cwd: ROOT, env, show: true },
  );
  return code;
});

async function startOwnDatabase() {
  const { addresses } = await startPostgresCluster({ name: "bench-postgres", isThrowAway: true });
  return addresses("bench");
}
