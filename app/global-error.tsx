"use client";

import styles from "./global-error.module.css";

/** When even the layout fails: nothing of the application can be relied on here, neither theme nor fonts. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <html lang="fr">
      <body className={styles.body}>
        <title>Une erreur est survenue · Prorata</title>
        <main className={styles.main}>
          <h1>La page n’a pas pu être affichée</h1>
          <p>
            Une erreur imprévue est survenue de notre côté. Ce que vous aviez enregistré est conservé. Réessayez ; si
            l’erreur revient, prévenez la personne qui administre Prorata{digest ? " en lui donnant ce numéro" : ""}.
          </p>
          {digest && (
            <p>
              Numéro de l’erreur : <code>{digest}</code>
            </p>
          )}
          <p className={styles.actions}>
            <button type="button" onClick={retry}>
              Réessayer
            </button>
            <a href="/">Revenir à l’accueil</a>
          </p>
        </main>
      </body>
    </html>
  );
}
