import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { HelpButton } from "@/components/help/help-button";
import styles from "./app-shell.module.css";
import { ColorSchemeSwitch } from "./color-scheme-switch";
import { Logo } from "./logo";
import { type NavItem, NavLinks } from "./nav-links";

export type AppShellProps = {
  /** Whose operations these are; absent before sign-in. */
  collectivity?: string;
  homeHref: Route;
  navigation?: readonly NavItem[];
  userMenu?: ReactNode;
  /** DemonstrationBanner, when it is one. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every page: the top bar, then `<main>`. A layout puts its RoomFrame and page inside. */
export function AppShell({ collectivity, homeHref, navigation = [], userMenu, banner, children }: AppShellProps) {
  return (
    <div className={styles.shell}>
      {banner}
      <header className={styles.bar} data-no-print>
        <div className={styles.inner}>
          <Link href={homeHref} className={styles.brand}>
            <Logo />
            <span className={styles.name}>
              Prorata
              {collectivity && <span className={styles.collectivity}>{collectivity}</span>}
            </span>
          </Link>
          {navigation.length > 0 && <NavLinks label="Navigation principale" items={navigation} variant="bar" />}
          <div className={styles.tools}>
            <HelpButton />
            <ColorSchemeSwitch />
            {userMenu}
          </div>
        </div>
      </header>
      <main id="contenu" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
