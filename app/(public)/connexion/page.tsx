import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { findUser } from "@/lib/server/access";
import { isDemonstration } from "@/lib/server/installation";
import styles from "./page.module.css";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Connexion" };

export default async function SignInPage() {
  if (await findUser()) redirect("/");
  return (
    <main id="contenu" tabIndex={-1} className={styles.main}>
      <h1 className={styles.title}>Prorata</h1>
      <p className={styles.lead}>L’énergie des toits de la commune, partagée entre ses bâtiments et ses habitants.</p>
      <SignInForm />
      {isDemonstration() && (
        <Notice title="Installation de démonstration">
          <p>
            Trois comptes existent : <strong>admin@prorata.example</strong>, <strong>agent@prorata.example</strong> et{" "}
            <strong>elu@prorata.example</strong>. Leur mot de passe est affiché par <code>npm start</code>.
          </p>
        </Notice>
      )}
    </main>
  );
}
