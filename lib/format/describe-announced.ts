/**
 * How a version was announced.
 *
 * @example
 * describeAnnounced({ emails: 2, letters: 1 }); // => "2 courriels partent, 1 lettre est à remettre."
 */
export function describeAnnounced({ emails, letters }: { readonly emails: number; readonly letters: number }): string {
  const mails = emails === 1 ? "1 courriel part" : `${emails} courriels partent`;
  const papers = letters === 1 ? "1 lettre est à remettre" : `${letters} lettres sont à remettre`;
  if (letters === 0) return emails === 0 ? "Personne n’est à prévenir." : `${mails}.`;
  return emails === 0 ? `${papers}.` : `${mails}, ${papers}.`;
}
