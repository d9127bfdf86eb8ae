import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import styles from "./file-list.module.css";

/** A file to download, and what there is to know before. */
export type FileLine = {
  readonly href: Route;
  readonly name: string;
  /** What it is for. */
  readonly purpose: string;
  /** Who reads it. */
  readonly reader: string;
  readonly precision: string;
  readonly size: string;
};

/** Files one under the other, each with its button. */
export function FileList({ label, files }: { label: string; files: readonly FileLine[] }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {files.map(({ href, name, purpose, reader, precision, size }) => (
        <li key={href} className={styles.item}>
          <div>
            <h3>{name}</h3>
            <p>{purpose}</p>
            <p className={styles.facts}>
              Pour {reader} · {precision} · {size}
            </p>
          </div>
          <ButtonLink href={href} download variant="default" size="sm">
            Télécharger
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
