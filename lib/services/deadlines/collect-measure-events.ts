import "server-only";
import { listWaitingMeasures } from "@/lib/data/waiting-measures";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import { formatCount } from "@/lib/format/format-number";
import type { DeadlineCollector } from "./deadline-collector";

/** Imports that wait for an answer, measures that nobody has looked at. */
export const collectMeasureEvents: DeadlineCollector = async (operations) => {
  const waiting = await listWaitingMeasures(operations.map(({ id }) => id));
  return waiting.flatMap(
    ({ operationId, openSuspicions, suspectedOn, waitingImports, importedOn }): readonly DeadlineEvent[] => [
      ...(suspectedOn === null
        ? []
        : [
            {
              operationId,
              rule: "suspicion-review" as const,
              subject: {
                id: "suspicions",
                text: formatCount(openSuspicions, "mesure à vérifier", "mesures à vérifier"),
                namesPerson: false,
              },
              anchorDay: suspectedOn,
              doneOn: null,
              path: "/mesures#a-verifier",
            },
          ]),
      ...(importedOn === null
        ? []
        : [
            {
              operationId,
              rule: "import-answer" as const,
              subject: {
                id: "imports",
                text: formatCount(waitingImports, "import", "imports"),
                namesPerson: false,
              },
              anchorDay: importedOn,
              doneOn: null,
              path: "/mesures/imports",
            },
          ]),
    ],
  );
};
