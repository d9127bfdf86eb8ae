import type { FileProblems } from "@/lib/formats/file-problem";
import type { ProblemLog } from "@/lib/formats/problem-log";

/** The problems of several logs, one a sheet, one after the other: each keeps its rows in order. */
export function joinProblems(logs: readonly ProblemLog[]): FileProblems {
  const all = logs.map((log) => log.problems());
  return {
    listed: all.flatMap(({ listed }) => listed),
    errorCount: all.reduce((sum, { errorCount }) => sum + errorCount, 0),
    warningCount: all.reduce((sum, { warningCount }) => sum + warningCount, 0),
  };
}
