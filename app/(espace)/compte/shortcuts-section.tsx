"use client";

import { Switch } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { areShortcutsOn, setShortcutsOn, watchShortcuts } from "@/components/help/shortcut-preference";
import { PageSection } from "@/components/ui/page-section";

/** Shortcuts of one key can be switched off, as WCAG 2.1.4 asks: speech recognition types letters too. */
export function ShortcutsSection() {
  const isOn = useSyncExternalStore(watchShortcuts, areShortcutsOn, () => true);
  return (
    <PageSection title="Raccourcis du clavier">
      <p>
        « ? » ouvre l’aide de l’écran, « / » va à la recherche, « g » puis une lettre mène à une rubrique. Ils ne jouent
        jamais pendant la saisie. Le choix vaut pour ce navigateur.
      </p>
      <Switch
        label="Raccourcis d’une seule touche"
        checked={isOn}
        onChange={({ currentTarget }) => setShortcutsOn(currentTarget.checked)}
      />
    </PageSection>
  );
}
