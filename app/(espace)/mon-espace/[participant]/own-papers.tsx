import type { Route } from "next";
import styles from "@/components/participant-space/own-space.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import { PageSection } from "@/components/ui/page-section";

/** The other pages of his space. */
export function OwnPapers({ base }: { base: string }) {
  const pages = [
    { href: `${base}/documents`, label: "Relevés et données" },
    { href: `${base}/consentements`, label: "Consentements" },
    { href: `${base}/reclamations`, label: "Réclamations" },
  ];
  return (
    <PageSection title="Vos papiers">
      <p className={styles.links}>
        {pages.map(({ href, label }) => (
          <ButtonLink key={href} href={href as Route} variant="default">
            {label}
          </ButtonLink>
        ))}
      </p>
    </PageSection>
  );
}
