import type { Metadata } from "next";
import styles from "@/app/(public)/connexion/page.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import { isMailOn } from "@/lib/server/installation";
import { RequestForm } from "./request-form";

export const metadata: Metadata = { title: "Mot de passe oublié" };

export default function ForgottenPasswordPage() {
  return (
    <main id="contenu" tabIndex={-1} className={styles.main}>
      <h1 className={styles.title}>Mot de passe oublié</h1>
      <p className={styles.lead}>
        {isMailOn()
          ? "Donnez l’adresse de votre compte : un lien pour choisir un nouveau mot de passe vous y sera envoyé. Il sert une fois, pendant une heure."
          : "Cette installation n’envoie pas de courriel. Donnez l’adresse de votre compte, puis demandez le lien à un administrateur de votre collectivité : il vous le remettra."}
      </p>
      <RequestForm isMailed={isMailOn()} />
      <p>
        <ButtonLink href="/connexion" variant="default">
          Revenir à la connexion
        </ButtonLink>
      </p>
    </main>
  );
}
