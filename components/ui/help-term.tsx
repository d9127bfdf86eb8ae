"use client";

import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./help-term.module.css";

export type HelpTermProps = {
  /** The word of the field, as it stands in the sentence. */
  children: string;
  /** What it means, in plain words. */
  definition: ReactNode;
  /** The term of the convention when the word is a plain one: « alloproduit ». */
  legalTerm?: string;
};

/** A word with its definition, opened by a click, Enter or Space, closed by Esc: it stays while one reads. */
export function HelpTerm({ children, definition, legalTerm }: HelpTermProps) {
  return (
    <Popover width={320} withArrow position="bottom-start" shadow="md" trapFocus={false} returnFocus>
      <Popover.Target>
        <button type="button" className={styles.term}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Définition : ${children}`}>
        <p className={styles.definition}>{definition}</p>
        {legalTerm && <p className={styles.legal}>Dans la convention : « {legalTerm} »</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
