"use client";

import { Button, Group } from "@mantine/core";
import { useState, useTransition } from "react";
import { Notice } from "@/components/ui/notice";
import { formatPeriod } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import { takeOverDaysAction } from "./actions";
import type { PerimeterFileOutcome } from "./send-perimeter-file";

type TakeOverDaysProps = {
  address: string;
  /** The ticked ones. */
  stays: PerimeterFileOutcome["differing"];
  onChooseAll: () => void;
  onTaken: (message: string) => void;
};

/** First what would be replaced by what, then, on a second click, the change itself. */
export function TakeOverDays({ address, stays, onChooseAll, onTaken }: TakeOverDaysProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function apply() {
    startTransition(async () => {
      const chosen = stays.map(({ prm, role, ours, theirs }) => ({ prm, role, ours, theirs }));
      const state = await takeOverDaysAction(address, JSON.stringify(chosen));
      setIsAsking(false);
      if (state.status === "failed") setFailure(state.message);
      else onTaken((state.status === "done" && state.message) || "C’est enregistré");
    });
  }

  return (
    <>
      <Group>
        <Button variant="default" onClick={onChooseAll}>
          Tout cocher
        </Button>
        <Button disabled={stays.length === 0} onClick={() => setIsAsking(true)}>
          Reprendre les dates d’Enedis
        </Button>
      </Group>
      {failure && (
        <Notice tone="danger" title="Les dates ne sont pas reprises : rien n’a été enregistré" live>
          {failure}
        </Notice>
      )}
      {isAsking && stays.length > 0 && (
        <Notice
          tone="info"
          title={`${formatCount(stays.length, "rattachement changera", "rattachements changeront")} de dates`}
          actions={
            <Group>
              <Button onClick={apply} loading={isPending}>
                Confirmer
              </Button>
              <Button variant="default" onClick={() => setIsAsking(false)}>
                Renoncer
              </Button>
            </Group>
          }
          live
        >
          <ul>
            {stays.map(({ prm, role, name, ours, theirs }) => (
              <li key={`${prm} ${role} ${ours.from}`}>
                {name} : {formatPeriod(ours.from, ours.toExclusive)} → {formatPeriod(theirs.from, theirs.toExclusive)}
              </li>
            ))}
          </ul>
          Les périodes déjà calculées qui ont un de ces jours seront à recalculer, sauf celles qui sont closes.
        </Notice>
      )}
    </>
  );
}
