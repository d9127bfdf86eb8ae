import type { ReferentialSection } from "@/lib/domain/scoring/referential";
import styles from "./measure-board.module.css";

/** What the referential says of an action, folded unless it stands alone. */
export function NodeTexts({ sections, isOpen = false }: { sections: readonly ReferentialSection[]; isOpen?: boolean }) {
  return sections.map(({ title, markdown }) => (
    <details key={title} className={styles.texts} open={isOpen && title === "Description"}>
      <summary>{title}</summary>
      <p>{markdown}</p>
    </details>
  ));
}
