"use client";

import { Drawer } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { findHelpTopic } from "@/lib/content/help/find-help-topic";
import { EVERYWHERE_KEYS, type HelpKey, KEY_SETS } from "@/lib/content/help/help-keys";
import { KeyTable } from "./key-table";
import { areShortcutsOn, watchShortcuts } from "./shortcut-preference";
import { TopicView } from "./topic-view";
import styles from "./topic-view.module.css";

/** What the screen is for, what one does first, its words and its keys, beside the screen itself. */
export function HelpDrawer({ onClose }: { onClose: () => void }) {
  const found = findHelpTopic(usePathname());
  const rooms = useRoomKeys();
  const isOn = useSyncExternalStore(watchShortcuts, areShortcutsOn, () => true);
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size="md"
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Not Drawer.Header: a second <header> would be a second banner to those who go by landmarks. */}
        <div className={styles.head}>
          <Drawer.Title className={styles.title}>{found ? found.topic.title : "Aide"}</Drawer.Title>
          <Drawer.CloseButton aria-label="Fermer l’aide" />
        </div>
        <Drawer.Body>
          <div className={styles.drawer}>
            {found ? (
              <TopicView topic={found.topic} onLeave={onClose} />
            ) : (
              <p>L’aide explique chaque écran de Prorata, rubrique par rubrique, et le sens de chaque mot.</p>
            )}
            <p>
              <Link
                href={(found ? `/documentation/${found.room.slug}#${found.topic.anchor}` : "/documentation") as Route}
                onClick={onClose}
              >
                {found ? `Toute l’aide : ${found.room.title}` : "Ouvrir l’aide"}
              </Link>
            </p>
            <h3>Clavier</h3>
            {found?.topic.keys?.map((set) => (
              <KeyTable key={set} title={KEY_SETS[set].title} keys={KEY_SETS[set].keys} />
            ))}
            {isOn ? (
              <KeyTable title="Partout" keys={[...EVERYWHERE_KEYS, ...rooms]} />
            ) : (
              <p>Les raccourcis d’une seule touche sont coupés dans ce navigateur ; « Compte » les rétablit.</p>
            )}
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** The rooms one can go to from here: the links of the page say which letter is theirs. */
function useRoomKeys(): readonly HelpKey[] {
  const [keys, setKeys] = useState<readonly HelpKey[]>([]);
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-go]")];
    setKeys(links.map(({ dataset }) => ({ keys: `g puis ${dataset.go}`, does: dataset.goTo ?? "" })));
  }, []);
  return keys;
}
