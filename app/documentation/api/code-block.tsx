import styles from "./page.module.css";

/** Text to copy into a terminal or a program; long lines wrap, so that nothing has to be scrolled. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <figure className={styles.code} aria-label={label}>
      <pre>{text}</pre>
    </figure>
  );
}
