"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { GoLetter } from "@/components/help/go-letters";
import styles from "./nav-links.module.css";

export type NavItem = {
  readonly label: string;
  readonly href: Route;
  /** One is at it only on its very page, though others stand under its address. */
  readonly isExact?: boolean;
  /** What to type after `g` to go there. */
  readonly go?: GoLetter;
  /** A count or a word beside the label: « 2 ». Give its meaning too, for those who only hear it. */
  readonly badge?: { readonly text: string; readonly meaning: string };
};

/**
 * A row of links that knows where one is: the main navigation of the top bar, the rooms of an operation, the pages of
 * one room.
 *
 * @param variant - `bar` in the top bar, `rooms` under it, `sections` inside a room.
 */
export function NavLinks({
  label,
  items,
  variant,
}: {
  label: string;
  items: readonly NavItem[];
  variant: "bar" | "rooms" | "sections";
}) {
  const pathname = usePathname();
  const current = currentHref(pathname, items);

  return (
    <nav aria-label={label} className={styles.nav} data-variant={variant}>
      <ul className={styles.list}>
        {items.map(({ label: text, href, go, badge }) => (
          <li key={href}>
            <Link
              href={href}
              className={styles.link}
              aria-current={href === current ? (pathOf(href) === pathname ? "page" : "true") : undefined}
              data-go={go}
              data-go-to={go && text}
              ref={href === current ? showInRow : undefined}
            >
              {text}
              {badge && (
                <span className={styles.badge} title={badge.meaning}>
                  {badge.text}
                  <span className={styles.meaning}> {badge.meaning}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

// On a phone the row scrolls: the current room must not be hidden beyond its edge. The page itself must not move.
function showInRow(link: HTMLAnchorElement | null) {
  const row = link?.closest("ul");
  if (link && row) row.scrollLeft = Math.max(0, link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2);
}

/** The longest address that the page is at or under, so that a first room at the root does not claim the others. */
function currentHref(pathname: string, items: readonly NavItem[]): string | undefined {
  return items
    .map(({ href, isExact }) => ({ href, isExact, path: pathOf(href) }))
    .filter(({ path, isExact }) => pathname === path || (!isExact && path !== "/" && pathname.startsWith(`${path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0]?.href;
}

/** Where a link leads, without what it says of it: `/plan-climat?collectivite=…` is the page `/plan-climat`. */
function pathOf(href: string): string {
  return href.split("?", 1)[0] as string;
}
