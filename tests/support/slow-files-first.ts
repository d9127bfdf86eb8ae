import { existsSync } from "node:fs";
import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Begun last, they would run on after the other worker is done. By size, as a bare clone deals them, they come late.
const SLOW = [
  "access/access-matrix",
  "cli/start-stop",
  "climate-plan/auditor-access",
  "jobs/dso-request-worker",
  "accounts/account-command",
].map((name) => path.resolve(import.meta.dirname, `../integration/${name}.test.ts`));

for (const file of SLOW) if (!existsSync(file)) throw new Error(`${file} is said to be slow, and is not there`);

/** Deals the files known to be long to the workers before the others, the longest first. */
export class SlowFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const slow = SLOW.flatMap((file) => sorted.find(({ moduleId }) => moduleId === file) ?? []);
    return [...slow, ...sorted.filter((file) => !slow.includes(file))];
  }
}
