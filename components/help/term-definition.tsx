import type { Route } from "next";
import Link from "next/link";
import { GLOSSARY, type GlossaryKey } from "@/lib/content/glossary/glossary";
import styles from "./term-definition.module.css";

/** What a word means, its official term, and the way to the glossary. */
export function TermDefinition({ term, more }: { term: GlossaryKey; more?: string }) {
  const { plain, legal, source } = GLOSSARY[term];
  return (
    <div className={styles.definition}>
      <p>{plain}</p>
      {more && <p>{more}</p>}
      {legal && <p className={styles.legal}>{`Terme officiel : « ${legal} »`}</p>}
      {source && <p className={styles.legal}>{`Source : ${source}`}</p>}
      <Link href={`/documentation/glossaire#${term}` as Route}>Voir le glossaire</Link>
    </div>
  );
}
