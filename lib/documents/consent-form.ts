import type { Content } from "pdfmake/interfaces";
import { type ConsentFormOperation, type ConsentFormParticipant, consentFormContent } from "./consent-form-content";
import { renderPdf } from "./render-pdf";

/**
 * The authorisation forms of participants as one PDF to print and sign, each on pages of its own.
 *
 * @see Convention, annexe 4.
 */
export async function renderConsentForms(
  operation: ConsentFormOperation,
  participants: readonly ConsentFormParticipant[],
): Promise<Uint8Array> {
  const content = participants.map(
    (participant, index): Content => ({
      stack: [...consentFormContent(operation, participant)],
      ...(index > 0 ? { pageBreak: "before" } : {}),
    }),
  );
  const [only] = participants.length === 1 ? participants : [];
  return renderPdf({
    title: only ? `Consentement de ${only.name}` : "Consentements à signer",
    footer: `${operation.name}${operation.accNumber === null ? "" : ` · ${operation.accNumber}`} · consentement (convention, annexe 4)`,
    content,
  });
}
