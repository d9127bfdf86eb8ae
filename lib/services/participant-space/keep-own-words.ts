import type { PersonalDataStatement } from "@/lib/domain/personal-data/personal-data-statement";
import { SHARED_DOCUMENT } from "@/lib/format/own-space-words";

/**
 * A participant's statement as it is given to himself unasked: what he wrote, what he was answered, and his own papers.
 * The organiser's notes and papers stay in the file an officer gives on request, as does a document others signed too:
 * even its name may be theirs.
 *
 * @param sharedSha256s - Of the consents' documents that something of somebody else rests on too, hexadecimal.
 */
export function keepOwnWords(
  statement: PersonalDataStatement,
  sharedSha256s: ReadonlySet<string>,
): PersonalDataStatement {
  return {
    ...statement,
    consents: statement.consents.map(({ document, ...consent }) => ({
      ...consent,
      withdrawalNote: null,
      document: document && sharedSha256s.has(document.sha256) ? { ...document, name: SHARED_DOCUMENT } : document,
    })),
    complaints: statement.complaints.map(({ steps, ...complaint }) => ({
      ...complaint,
      steps: steps.flatMap((step) => (step.step === "answered" ? [{ ...step, document: null }] : [])),
    })),
    files: statement.files.filter(({ kind }) => kind !== "complaint"),
  };
}
