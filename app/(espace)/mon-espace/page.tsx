import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import styles from "@/components/participant-space/own-space.module.css";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwnSpaces } from "@/lib/server/authorize-participant";

export const metadata: Metadata = { title: "Mon espace" };

/** The only space of an account at once; of several, the choice. */
export default async function OwnSpacesPage() {
  const spaces = await requireOwnSpaces();
  const [only, ...more] = spaces;
  if (only && more.length === 0) redirect(`/mon-espace/${only.participantId}` as Route);
  return (
    <>
      <PageHeader title="Mon espace" lead={spaces.length > 0 ? "Choisissez ce que vous voulez voir." : undefined} />
      {spaces.length === 0 ? (
        <EmptyState
          title="Aucun espace ouvert à votre compte"
          purpose="Votre espace montre ce que vos compteurs consomment, ce qui vient de l’opération, vos relevés et vos consentements."
          needed="une invitation de la collectivité qui organise l’opération. Demandez-la à votre mairie : elle l’envoie depuis votre fiche de participant."
        />
      ) : (
        <ul className={styles.spaces}>
          {spaces.map(({ participantId, name, sheet, collectivity }) => (
            <li key={participantId}>
              <Link className={styles.space} href={`/mon-espace/${participantId}` as Route}>
                <strong>{sheet.name}</strong>
                <span>{name}</span>
                <span className={styles.note}>{collectivity.name}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
