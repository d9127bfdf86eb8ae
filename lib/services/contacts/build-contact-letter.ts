import "server-only";
import { listContactChanges } from "@/lib/data/contact-changes";
import { renderFormalLetters } from "@/lib/documents/formal-letters";
import { PARTY_FIELDS } from "@/lib/domain/operation/operation-party";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { PARTY_FIELD_LABELS, PARTY_LABELS } from "@/lib/format/operation-labels";
import { readLetterhead, type WritingOperation } from "@/lib/services/correspondence/read-letterhead";

/**
 * The letter that tells the DSO of new details.
 *
 * @param day - Of the letter.
 * @returns Null when the operation has no such change, or it is the DSO's own.
 * @see Convention Enedis-FOR-CF_01E, art. 8.3 and 8.10.
 */
export async function buildContactLetter(
  operation: WritingOperation,
  changeId: string,
  day: CivilDate,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const change = (await listContactChanges([operation.id])).find(({ id }) => id === changeId);
  if (!change || change.role === "dso") return null;
  const { sheet } = operation;
  const head = await readLetterhead(operation, day);
  const reference = sheet.accNumber ?? sheet.name;
  const lines = PARTY_FIELDS[change.role].flatMap((field) => {
    const value = change.details[field];
    return value ? [`${PARTY_FIELD_LABELS[field]} : ${value}`] : [];
  });
  const bytes = await renderFormalLetters("Changement d’interlocuteur", `${sheet.name} · convention, art. 8.10`, [
    {
      sender: head.sender,
      recipient: head.dso,
      placeAndDay: head.placeAndDay,
      subject: `changement d’interlocuteur, opération ${reference}`,
      mentions: ["Par courriel, ou lettre recommandée avec avis de réception"],
      paragraphs: [
        "Madame, Monsieur,",
        `Conformément aux articles 8.3 et 8.10 de la convention de l’opération d’autoconsommation collective ${reference}, nous vous notifions les nouvelles coordonnées suivantes, qui remplacent celles de l’annexe 3 :`,
        `${PARTY_LABELS[change.role]}`,
        lines.length === 0 ? "Aucun : il n’y en a plus." : lines.join("\n"),
        `Reçues le ${formatDay(change.noticeDay)}, elles vous sont opposables à partir du ${formatDay(change.bindingDay)}, dix jours ouvrés étant passés.`,
      ],
      signature: head.signature,
    },
  ]);
  return { name: `${sheet.accNumber ?? sheet.slug}_interlocuteur_${change.noticeDay.replaceAll("-", "")}.pdf`, bytes };
}
