import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import type { RequestSheet } from "@/lib/services/requests/read-request";

type RequestFilesProps = {
  operation: string;
  request: string;
  files: RequestSheet["request"]["preparedFiles"];
};

const NAMES = { annex_2: "Annexe 2 (classeur)", letter: "Lettre (PDF)" } as const;

/** The workbook and the letter of a request, to download as they were kept. */
export function RequestFiles({ operation, request, files }: RequestFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map(({ id, kind, name, isPurged }) => (
        <li key={id}>
          {isPurged ? (
            `${NAMES[kind]} : contenu effacé avec les données d’un participant`
          ) : (
            <ButtonLink
              href={`/api/v1/operations/${operation}/requests/${request}/files/${id}` as Route}
              variant="default"
              size="xs"
              download
            >
              {`${NAMES[kind]} : ${name}`}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}
