"use client";

import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { formatPpm } from "@/lib/format/format-percent";
import {
  type EntryDraft,
  newEntryDraft,
  type RuleDraft,
  sumTypedShares,
  type TypedShares,
} from "@/lib/schemas/key-rule-draft";
import type { FormConsumer } from "./make-month-key-form";
import styles from "./rule-fields.module.css";

const MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

type CalendarFieldsProps = {
  consumers: readonly FormConsumer[];
  draft: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
};

/** The ranges of the calendar with the shares of each, and those of the rest of the time. */
export function CalendarFields({ consumers, draft, onChange }: CalendarFieldsProps) {
  const { entries, defaultPercents } = draft;
  const replace = (place: number, part: Partial<EntryDraft>) =>
    onChange({ entries: entries.map((entry, at) => (at === place ? { ...entry, ...part } : entry)) });
  return (
    <>
      {entries.map((entry, place) => (
        <fieldset key={entry.id} className={styles.fields}>
          <legend>Plage {place + 1}</legend>
          <Choices
            label="Mois"
            words={MONTHS}
            chosen={entry.months}
            onChange={(months) => replace(place, { months })}
          />
          <Choices
            label="Jours"
            words={WEEKDAYS}
            chosen={entry.weekdays}
            onChange={(weekdays) => replace(place, { weekdays })}
          />
          <Group>
            <TextInput
              type="time"
              label="De"
              value={entry.fromClock}
              onChange={({ currentTarget }) => replace(place, { fromClock: currentTarget.value })}
            />
            <TextInput
              type="time"
              label="À (00:00 pour minuit)"
              value={entry.toClock}
              onChange={({ currentTarget }) => replace(place, { toClock: currentTarget.value })}
            />
          </Group>
          <Shares
            consumers={consumers}
            percents={entry.percents}
            onChange={(percents) => replace(place, { percents })}
          />
          <Group>
            <Button
              variant="subtle"
              color="red"
              onClick={() => onChange({ entries: entries.filter((_, at) => at !== place) })}
            >
              Retirer la plage {place + 1}
            </Button>
          </Group>
        </fieldset>
      ))}
      <Group>
        <Button variant="default" onClick={() => onChange({ entries: [...entries, newEntryDraft(nextId(entries))] })}>
          Ajouter une plage
        </Button>
      </Group>
      <fieldset className={styles.fields}>
        <legend>Le reste du temps</legend>
        <Shares
          consumers={consumers}
          percents={defaultPercents}
          onChange={(percents) => onChange({ defaultPercents: percents })}
        />
      </fieldset>
    </>
  );
}

const nextId = (entries: readonly EntryDraft[]): string =>
  String(Math.max(-1, ...entries.map(({ id }) => Number(id))) + 1);

type ChoicesProps = {
  label: string;
  /** In order; each is known by its place, from 1. */
  words: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

function Choices({ label, words, chosen, onChange }: ChoicesProps) {
  return (
    <Checkbox.Group label={label} value={[...chosen]} onChange={onChange}>
      <Group gap="sm" mt={4}>
        {words.map((word, place) => (
          <Checkbox key={word} value={String(place + 1)} label={word} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

type SharesProps = {
  consumers: readonly FormConsumer[];
  percents: TypedShares;
  onChange: (percents: TypedShares) => void;
};

function Shares({ consumers, percents, onChange }: SharesProps) {
  return (
    <>
      <div className={styles.shares}>
        {consumers.map(({ id, name, prm }) => (
          <TextInput
            key={id}
            label={`${name}, en %`}
            description={`PRM ${prm}`}
            inputMode="decimal"
            value={percents[id] ?? ""}
            onChange={({ currentTarget }) => onChange({ ...percents, [id]: currentTarget.value })}
          />
        ))}
      </div>
      <p aria-live="polite">Total : {formatPpm(sumTypedShares(percents))}. Ce qui manque à 100 % est du surplus.</p>
    </>
  );
}
