"use client";

import { ActionIcon, VisuallyHidden } from "@mantine/core";
import dynamic from "next/dynamic";
import { useCallback, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { useShortcuts } from "./use-shortcuts";

// Texts and drawer come when they are asked for: no page carries them.
const HelpDrawer = dynamic(() => import("./help-drawer").then(({ HelpDrawer: Drawer }) => Drawer), { ssr: false });

/** « Aide » of the screen one is at, by a click or by « ? »; it also hears the other shortcuts. */
export function HelpButton() {
  const [isOpen, setIsOpen] = useState(false);
  const cameFrom = useRef<Element | null>(null);

  const open = useCallback(() => {
    cameFrom.current = document.activeElement;
    setIsOpen(true);
  }, []);
  useShortcuts(open);

  function close() {
    setIsOpen(false);
    // The drawer holds the focus until it is gone.
    requestAnimationFrame(() => cameFrom.current instanceof HTMLElement && cameFrom.current.focus());
  }

  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        title="Aide de cet écran (?)"
      >
        <Icon name="help" />
        <VisuallyHidden>Aide de cet écran</VisuallyHidden>
      </ActionIcon>
      {isOpen && <HelpDrawer onClose={close} />}
    </>
  );
}
