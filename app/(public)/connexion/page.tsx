import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { signOnRefusalText } from "@/lib/format/sign-on-refusal";
import { ownPath } from "@/lib/schemas/own-path";
import { findUser } from "@/lib/server/access";
import { isDemonstration, singleSignOnLabel } from "@/lib/server/installation";
import { listDemonstrationAccounts } from "@/lib/services/accounts/list-demonstration-accounts";
import styles from "./page.module.css";
import { SignInForm } from "./sign-in-form";
import { SingleSignOnButton } from "./single-sign-on-button";

export const metadata: Metadata = { title: "Connexion" };

export default async function SignInPage({ searchParams }: PageProps<"/connexion">) {
  const { suite, motif } = await searchParams;
  const next = ownPath(suite) ?? "/";
  if (await findUser()) redirect(next as Route);
  const label = singleSignOnLabel();
  const refusal = label && signOnRefusalText([motif].flat()[0], label);
  return (
    <main id="contenu" tabIndex={-1} className={styles.main}>
      <h1 className={styles.title}>Prorata</h1>
      <p className={styles.lead}>L’énergie des toits de la commune, partagée entre ses bâtiments et ses habitants.</p>
      {refusal && (
        <Notice tone="danger" title="Connexion refusée">
          {refusal}
        </Notice>
      )}
      {motif === "mot-de-passe" && (
        <Notice tone="success" title="Votre mot de passe est changé">
          Toutes vos sessions sont fermées. Connectez-vous avec le nouveau mot de passe.
        </Notice>
      )}
      <SignInForm next={next} />
      <p>
        <Link href="/mot-de-passe-oublie">Mot de passe oublié ?</Link>
      </p>
      {label && <SingleSignOnButton label={label} />}
      {isDemonstration() && <DemonstrationAccounts />}
    </main>
  );
}

async function DemonstrationAccounts() {
  const accounts = await listDemonstrationAccounts();
  return (
    <Notice title="Installation de démonstration">
      <p>
        Ces comptes existent. Leur mot de passe est affiché par <code>npm start</code>.
      </p>
      <ul className={styles.accounts}>
        {accounts.map(({ email, name }) => (
          <li key={email}>
            <strong>{email}</strong> : {name}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
