import type { Metadata, Route } from "next";
import Link from "next/link";
import { KeyTable } from "@/components/help/key-table";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { EVERYWHERE_KEYS, KEY_SETS } from "@/lib/content/help/help-keys";
import { HELP_ROOMS } from "@/lib/content/help/help-rooms";
import styles from "./documentation.module.css";

export const metadata: Metadata = {
  title: "Aide",
  description: "À quoi sert chaque écran de Prorata, ce que l’on y fait d’abord, et ce que veulent dire les mots.",
};

/** The work of a month, in its order; each step names the room where it is done. */
const MONTH: readonly { readonly label: string; readonly room: string; readonly text: string }[] = [
  {
    label: "Participants",
    room: "participants",
    text: "Qui participe, avec quels compteurs, de quel jour à quel jour.",
  },
  { label: "Mesures", room: "mesures", text: "Déposer ce qu’Enedis publie, et voir ce qui manque." },
  { label: "Coefficients", room: "coefficients", text: "Dire quelle part de la production revient à chacun." },
  { label: "Périodes", room: "periodes", text: "Calculer le mois, l’expliquer, le comparer, donner les relevés." },
  {
    label: "Échéances",
    room: "echeances",
    text: "Ce que la convention demande, avant quel jour, et les échanges avec Enedis.",
  },
];

export default function HelpPage() {
  return (
    <>
      <PageHeader
        title="Aide"
        lead="À quoi sert chaque écran, ce que l’on y fait d’abord, et ce que veulent dire les mots. Sur un écran, le bouton « Aide » ou la touche « ? » ouvre la sienne."
      />
      <PageSection title="Un mois, dans l’ordre">
        <ol className={styles.list}>
          {MONTH.map(({ label, room, text }) => (
            <li key={room}>
              <Link href={`/documentation/${room}` as Route}>{label}</Link> : {text}
            </li>
          ))}
        </ol>
        <p>
          Un mot vous arrête ? Le <Link href={"/documentation/glossaire" as Route}>glossaire</Link> le dit simplement,
          avec le terme de la convention.
        </p>
      </PageSection>
      <PageSection title="Les rubriques">
        <KeyValues
          items={HELP_ROOMS.map(({ slug, title, lead }) => ({
            label: title,
            value: <Link href={`/documentation/${slug}` as Route}>{lead}</Link>,
          }))}
        />
      </PageSection>
      <PageSection title="Au clavier" anchor="clavier">
        <p>
          Tout se fait au clavier. Les raccourcis d’une seule touche ne jouent jamais pendant la saisie ; « Compte »
          permet de les couper.
        </p>
        <KeyTable
          title="Partout"
          keys={[...EVERYWHERE_KEYS, { keys: "g puis une lettre", does: "aller à une rubrique" }]}
        />
        {Object.entries(KEY_SETS).map(([set, { title, keys }]) => (
          <KeyTable key={set} title={title} keys={keys} />
        ))}
      </PageSection>
      <PageSection title="Pour les logiciels">
        <p>
          Un logiciel peut envoyer des mesures, calculer une période et lire les résultats : voir l’
          <Link href={"/documentation/api" as Route}>API</Link>.
        </p>
      </PageSection>
    </>
  );
}
