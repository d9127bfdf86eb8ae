"use client";

import { Button, Group, Textarea, TextInput } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";
import { Notice } from "@/components/ui/notice";
import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { type SaveDraftState, saveKeyDraftAction } from "./actions";
import styles from "./key-editor.module.css";
import type { EditedDraft } from "./key-editor-form";

type SaveDraftProps = {
  slug: string;
  draft: EditedDraft | null;
  kind: string;
  unitPpm: UnitPpm;
  /** By metering point id. [ppm] */
  shares: () => Readonly<Record<string, number>>;
  /** What the shares still need. */
  pause: string | null;
  startDay: CivilDate;
  earliestDay: CivilDate;
  versions: Route;
  mayWrite: boolean;
  onUndo: () => void;
  onRedo: () => void;
  /** The key itself. */
  children: ReactNode;
};

/** The form around the key: its first day, why it is made, and its draft, which the first save makes. */
export function SaveDraft(props: SaveDraftProps) {
  const { slug, draft, kind, unitPpm, shares, pause, startDay, earliestDay, versions, mayWrite, children } = props;
  const idle: SaveDraftState = { status: "idle", draftId: draft?.id };
  const [state, formAction, isPending] = useActionState(saveKeyDraftAction, idle);
  const [from, setFrom] = useState<string>(draft?.from ?? earliestDay);
  const [reason, setReason] = useState(draft?.reason ?? "");
  const [isHeld, setIsHeld] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = state.status === "failed" ? state.fieldErrors : {};

  useEffect(() => {
    if (state.status === "failed") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    // A reload goes on with the draft that was made.
    if (state.status === "done" && state.draftId) window.history.replaceState(null, "", `?version=${state.draftId}`);
  }, [state]);

  // Not by the form's own action: React would empty the fields after it, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsHeld(pause !== null);
    if (pause !== null) return form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    const data = new FormData();
    const fields = { operation: slug, draft: state.draftId ?? "", kind, unitPpm: String(unitPpm), from, reason };
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    data.set("shares", JSON.stringify(shares()));
    startTransition(() => formAction(data));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLTextAreaElement) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault(); // the browser would take back letters of one field only
    if (key === "y" || event.shiftKey) props.onRedo();
    else props.onUndo();
  }

  return (
    <form ref={form} className={styles.form} aria-label="La clé" onSubmit={send} onKeyDown={onKeyDown} noValidate>
      {children}
      {mayWrite && (
        <>
          <TextInput
            type="date"
            label="Premier jour"
            description={`La convention demande 15 jours ouvrés de préavis (art. 4.2 et 4.3) : notifiée aujourd’hui, la clé vaudrait au plus tôt le ${formatDay(earliestDay)}.`}
            min={startDay}
            value={from}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
            error={errors.from?.[0]}
            required
            maw={320}
          />
          <Textarea
            label="Pourquoi cette clé"
            description="Pour s’en souvenir : une délibération, une arrivée, un essai."
            autosize
            maxRows={4}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={errors.reason?.[0]}
          />
          <Group>
            <Button type="submit" loading={isPending}>
              Enregistrer le brouillon
            </Button>
          </Group>
          {state.status === "done" && state.message && (
            <Notice
              tone="success"
              title={state.message}
              actions={<Link href={`${versions}/${state.draftId}` as Route}>Voir cette version et l’annoncer</Link>}
              live
            />
          )}
          {(isHeld ? pause : state.status === "failed") && (
            <Notice tone="danger" title="Le brouillon n’est pas enregistré" live>
              {isHeld ? pause : (errors.shares?.[0] ?? (state.status === "failed" && state.message))}
            </Notice>
          )}
        </>
      )}
    </form>
  );
}
