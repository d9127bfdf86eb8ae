import type { ReactNode } from "react";
import styles from "./demonstration-banner.module.css";

/** Says that the figures are not real ones, on screen and on paper. */
export function DemonstrationBanner({ children }: { children?: ReactNode }) {
  return (
    <aside className={styles.banner} aria-label="Démonstration">
      <strong>Démonstration</strong>{" "}
      {children ?? "Les participants et les mesures de cette opération sont fictifs. Rien n’est transmis à Enedis."}
    </aside>
  );
}
