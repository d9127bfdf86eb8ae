import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { GLOSSARY, type GlossaryKey } from "@/lib/content/glossary/glossary";
import styles from "./glossary.module.css";

export const metadata: Metadata = {
  title: "Glossaire",
  description: "Les mots de l’autoconsommation collective et du plan climat, dits simplement.",
};

const KEYS = (Object.keys(GLOSSARY) as GlossaryKey[]).sort((a, b) =>
  GLOSSARY[a].term.localeCompare(GLOSSARY[b].term, "fr"),
);

export default function GlossaryPage() {
  return (
    <>
      <PageHeader
        title="Glossaire"
        lead="Chaque mot d’abord comme on le dit, puis comme la convention le dit. Sur les écrans, un mot souligné de points s’ouvre."
      />
      <dl className={styles.glossary}>
        {KEYS.map((key) => {
          const { term, plain, legal, source, see = [] } = GLOSSARY[key];
          return (
            <div key={key} id={key} className={styles.entry}>
              <dt>{term}</dt>
              <dd>{plain}</dd>
              {legal && <dd className={styles.legal}>Terme officiel : « {legal} »</dd>}
              {source && <dd className={styles.legal}>{capitalize(source)}</dd>}
              {see.length > 0 && (
                <dd className={styles.legal}>
                  Voir aussi :{" "}
                  {see.map((other, index) => (
                    <span key={other}>
                      {index > 0 && ", "}
                      <a href={`#${other}`}>{GLOSSARY[other as GlossaryKey].term}</a>
                    </span>
                  ))}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </>
  );
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
