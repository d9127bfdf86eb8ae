"use client";

import { ActionIcon, useComputedColorScheme, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { Icon } from "./icon";

/** Light or dark. Both labels are rendered and CSS shows one: the server does not know the scheme. */
export function ColorSchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: true });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
    >
      <span className="mantine-dark-hidden">
        <Icon name="moon" />
        <VisuallyHidden>Passer à l’affichage sombre</VisuallyHidden>
      </span>
      <span className="mantine-light-hidden">
        <Icon name="sun" />
        <VisuallyHidden>Passer à l’affichage clair</VisuallyHidden>
      </span>
    </ActionIcon>
  );
}
