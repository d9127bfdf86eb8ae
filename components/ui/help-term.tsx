"use client";

import { Popover, VisuallyHidden } from "@mantine/core";
import dynamic from "next/dynamic";
import type { GlossaryKey } from "@/lib/content/glossary/glossary";
import styles from "./help-term.module.css";

// The glossary comes when a word is opened: no page carries it.
const TermDefinition = dynamic(
  () => import("@/components/help/term-definition").then(({ TermDefinition: Definition }) => Definition),
  { loading: () => <p role="status">Lecture du glossaire…</p> },
);

export type HelpTermProps = {
  /** The word of the field, as it stands in the sentence. */
  children: string;
  /** Its entry in the glossary. */
  term: GlossaryKey;
  /** What is true of it here only: « … sur ces douze mois. » */
  more?: string;
  /** Only a mark, where the word itself is a button already. */
  isMark?: boolean;
};

/** A word with its definition, opened by a click, Enter or Space, closed by Esc: it stays while one reads. */
export function HelpTerm({ children, term, more, isMark = false }: HelpTermProps) {
  return (
    <Popover width={320} withArrow position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={isMark ? styles.mark : styles.term}>
          {isMark ? (
            <>
              <span aria-hidden="true">?</span>
              <VisuallyHidden>{`Définition : ${children}`}</VisuallyHidden>
            </>
          ) : (
            children
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Définition : ${children}`}>
        <TermDefinition term={term} {...(more === undefined ? {} : { more })} />
      </Popover.Dropdown>
    </Popover>
  );
}
