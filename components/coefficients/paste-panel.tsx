"use client";

import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-number";
import type { PastedShares } from "@/lib/format/parse-pasted-shares";

type PastePanelProps = {
  /** What the last paste was understood as, here or in the table. */
  outcome: PastedShares | null;
  onPaste: (text: string) => void;
};

const SHOWN = 10; // problems; the first ones say what is wrong with the others

/** A place to paste cells in where a keyboard shortcut is none, and what was not understood of the last paste. */
export function PastePanel({ outcome, onPaste }: PastePanelProps) {
  const [text, setText] = useState("");
  return (
    <>
      <details>
        <summary>Coller depuis un tableur</summary>
        <Textarea
          mt="xs"
          label="Cellules copiées"
          description="Une colonne de pourcentages dans l’ordre du tableau, ou deux colonnes : PRM ou nom, puis pourcentage. On peut aussi coller directement dans le tableau."
          autosize
          minRows={3}
          maxRows={8}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button
          mt="xs"
          variant="default"
          disabled={text.trim() === ""}
          onClick={() => {
            onPaste(text);
            setText("");
          }}
        >
          Reprendre ces parts
        </Button>
      </details>
      {outcome && <Outcome outcome={outcome} />}
    </>
  );
}

function Outcome({ outcome: { shares, problems } }: { outcome: PastedShares }) {
  const title = `${formatCount(shares.size, "part reprise", "parts reprises")} du tableur`;
  if (problems.length === 0) return <Notice tone="success" title={`${title}.`} live />;
  return (
    <Notice
      tone="warning"
      title={`${title} ; ${formatCount(problems.length, "ligne n’a pas été comprise", "lignes n’ont pas été comprises")}`}
      live
    >
      <ul>
        {problems.slice(0, SHOWN).map(({ line, text }) => (
          <li key={`${line} ${text}`}>
            Ligne {line} : {text}
          </li>
        ))}
        {problems.length > SHOWN && <li>et {problems.length - SHOWN} autres.</li>}
      </ul>
    </Notice>
  );
}
