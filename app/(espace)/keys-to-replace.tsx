import type { Route } from "next";
import Link from "next/link";
import styles from "@/components/deadlines/deadline-list.module.css";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { formatDay } from "@/lib/format/format-date";
import type { KeyToReplace } from "@/lib/services/accounts/list-keys-to-replace";

/** The keys of the reader that end: what they let a program do stops on that day. */
export function KeysToReplace({ keys }: { keys: readonly KeyToReplace[] }) {
  if (keys.length === 0) return null;
  return (
    <PageSection title="Vos clés d’API">
      <ul className={styles.list}>
        {keys.map(({ id, name, expiresAt, hasEnded }) => (
          <li key={id} className={styles.row}>
            <div className={styles.head}>
              <Link href={"/compte#cles" as Route} className={styles.task}>
                {hasEnded ? `Refaire ou révoquer la clé « ${name} »` : `Remplacer la clé « ${name} »`}
              </Link>
              <StatusBadge tone={hasEnded ? "danger" : "warning"}>{hasEnded ? "finie" : "finit bientôt"}</StatusBadge>
            </div>
            <p className={styles.facts}>
              {hasEnded ? "finie depuis le" : "jusqu’au"} {formatDay(parisCivilDate(expiresAt.getTime()))}
            </p>
            <p className={styles.consequence}>
              {hasEnded
                ? "Le logiciel qui l’utilise n’accède plus à rien."
                : "Après cette date, le logiciel qui l’utilise n’accède plus à rien."}
            </p>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
