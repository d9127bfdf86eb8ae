import "server-only";
import type * as z from "zod";
import type { perimeterFileAnswerSchema } from "@/lib/schemas/api/perimeter-file";
import { comparePerimeterFile } from "@/lib/services/registry/compare-perimeter-file";
import type { AuthorizedOperation } from "./access";
import { errorResponse } from "./http";
import type { Upload, UploadRules } from "./read-uploads";

/** One perimeter file: ten thousand lines are 0.4 MB. */
export const PERIMETER_FILE_UPLOAD: UploadRules = {
  rawTypes: new Set(["text/csv", "text/plain", "application/octet-stream"]),
  requestBytes: 5_500_000,
  fileBytes: 5_000_000,
  files: 1,
};

type Answer = z.output<typeof perimeterFileAnswerSchema>;

/** 200 what differs · 422 why the file cannot be compared. */
export async function answerPerimeterFile(operation: AuthorizedOperation, upload: Upload): Promise<Response> {
  const { comparison, names, problems } = await comparePerimeterFile(operation.id, upload.bytes);
  const file = {
    fileName: upload.name,
    problems: [...problems.listed],
    errorCount: problems.errorCount,
    warningCount: problems.warningCount,
  };
  if (comparison === null) return errorResponse(422, "PERIMETER_FILE_REFUSED", file);
  const nameOf = (prm: string) => names.get(prm) ?? prm;
  const answer = {
    perimeterFile: {
      ...file,
      identicalCount: comparison.identical.length,
      differing: comparison.differing.map(({ ours: { prm, role, from, toExclusive }, theirs, doubts }) => ({
        prm,
        role,
        name: nameOf(prm),
        ours: { from, toExclusive },
        theirs,
        doubts: [...doubts],
      })),
      onlyRegistry: comparison.onlyRegistry.map(({ prm, role, from, toExclusive }) => {
        return { prm, role, name: nameOf(prm), from, toExclusive };
      }),
      onlyFile: comparison.onlyFile.map(({ doubts, ...stay }) => ({ ...stay, doubts: [...doubts] })),
      unknown: [...comparison.unknown],
    },
  } satisfies Answer;
  return Response.json(answer);
}
