import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

// Begun last, they would run on after the other worker is done. By size, as a bare clone deals them, they come late.
const SLOW = [
  "access/access-matrix",
  "cli/start-stop",
  "climate-plan/auditor-access",
  "jobs/dso-request-worker",
  "accounts/account-command",
  "jobs/settlement-job",
  "jobs/queued-import",
].map((name) => `/tests/integration/${name}.test.ts`);

const rankOf = ({ moduleId }: TestSpecification) => SLOW.findIndex((name) => moduleId.endsWith(name));

/** Deals the files known to be long to the workers before the others, the longest first. */
export class SlowFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const slow = sorted.filter((file) => rankOf(file) >= 0).sort((a, b) => rankOf(a) - rankOf(b));
    return [...slow, ...sorted.filter((file) => rankOf(file) < 0)];
  }
}
