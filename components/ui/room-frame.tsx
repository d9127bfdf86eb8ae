import Link from "next/link";
import type { ReactNode } from "react";
import { type NavItem, NavLinks } from "./nav-links";
import styles from "./room-frame.module.css";

export type RoomFrameProps = {
  /** The operation's name. */
  name: string;
  rooms: readonly NavItem[];
  /** What stays at the top of every room: the period picker, « avril 2026 : 2 PRM sans données ». */
  context?: ReactNode;
  /** Beside the context, smaller than a room: the operation's settings. */
  settings?: NavItem;
  children: ReactNode;
};

/** The rooms of an operation, always the same and in the order of the work, above the room one is in. */
export function RoomFrame({ name, rooms, context, settings, children }: RoomFrameProps) {
  return (
    <>
      <div className={styles.frame} data-no-print>
        <div className={styles.head}>
          <p className={styles.name}>{name}</p>
          <div className={styles.context}>
            {context}
            {settings && (
              <Link
                href={settings.href}
                className={styles.settings}
                data-go={settings.go}
                data-go-to={settings.go && settings.label}
              >
                {settings.label}
              </Link>
            )}
          </div>
        </div>
        <NavLinks label={`Rubriques de l’opération ${name}`} items={rooms} variant="rooms" />
      </div>
      {children}
    </>
  );
}
