import { expect, test } from "vitest";
import { ProblemLog } from "@/lib/formats/problem-log";

test("all are counted, the first of each code are listed, in the order of the lines", () => {
  const log = new ProblemLog(2);
  let built = 0;
  for (const line of [5, 4, 3]) {
    log.error("BAD", { line }, () => {
      built += 1;
      return "x : « y » ?";
    });
  }
  log.warning("WHOLE_FILE", {}, () => "tout le fichier");
  log.warning("ODD", { line: 1 }, () => "étrange");
  const { listed, errorCount, warningCount } = log.problems();
  expect([errorCount, warningCount, built]).toEqual([3, 2, 2]);
  expect(listed.map(({ code, line }) => [code, line])).toEqual([
    ["ODD", 1],
    ["BAD", 4],
    ["BAD", 5],
    ["WHOLE_FILE", undefined],
  ]);
  expect(listed[1]?.message).toBe("x\u00a0: «\u00a0y\u00a0»\u00a0?");
});
