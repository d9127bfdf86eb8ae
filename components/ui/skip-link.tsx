import styles from "./skip-link.module.css";

/** The first stop of the keyboard; every layout gives its `<main>` the id `contenu` (see AppShell). */
export function SkipLink() {
  return (
    <a href="#contenu" className={styles.link}>
      Aller au contenu
    </a>
  );
}
