import type { AnnouncementMessage } from "./describe-announcement";
import { escapeHtml } from "./escape-html";

/** An announcement as the body of a mail: plain text, and the same as simple HTML without anything to fetch. */
export function writeAnnouncementMail(message: AnnouncementMessage): { readonly text: string; readonly html: string } {
  const { greeting, lead, shares, paragraphs, signature, note } = message;
  const list = shares.map((share) => `- ${share}`).join("\n");
  const text = [greeting, lead, ...(list === "" ? [] : [list]), ...paragraphs, signature, note].join("\n\n");
  const items = shares.map((share) => `<li>${escapeHtml(share)}</li>`).join("");
  const html = [
    '<!doctype html><html lang="fr"><body style="font-family: sans-serif; max-width: 40em">',
    paragraph(greeting),
    paragraph(lead),
    items === "" ? "" : `<ul>${items}</ul>`,
    ...paragraphs.map(paragraph),
    paragraph(signature),
    `<p style="font-size: smaller; color: #495057">${escapeHtml(note)}</p>`,
    "</body></html>",
  ].join("");
  return { text: `${text}\n`, html };
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
