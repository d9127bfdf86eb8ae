import type { Route } from "next";
import Link from "next/link";
import { nameWindow } from "@/lib/format/dashboard-words";
import { writeWindowSearchParam } from "@/lib/schemas/dashboard";
import type { FoundWindow } from "@/lib/services/dashboard/find-dashboard-window";
import styles from "./window-links.module.css";

/** Which months the dashboard shows; the address keeps the choice. */
export function WindowLinks({ slug, choice, choices }: { slug: string } & Pick<FoundWindow, "choice" | "choices">) {
  const current = writeWindowSearchParam(choice);
  return (
    <nav aria-label="Période du tableau de bord" data-no-print>
      <ul className={styles.list}>
        {choices.map((each) => {
          const param = writeWindowSearchParam(each);
          const query = param === null ? "" : `?periode=${param}`;
          return (
            <li key={param}>
              <Link
                className={styles.link}
                href={`/operations/${slug}${query}` as Route}
                aria-current={param === current ? "page" : undefined}
                scroll={false}
              >
                {nameWindow(each)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
