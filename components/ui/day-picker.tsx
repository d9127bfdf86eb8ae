"use client";

import { ActionIcon } from "@mantine/core";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useState, useTransition } from "react";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { formatLongDay } from "@/lib/format/format-date";
import styles from "./day-picker.module.css";
import { Icon } from "./icon";

export type DayPickerProps = {
  /** The day shown, and the first and last that can be. `YYYY-MM-DD` */
  day: string;
  min: string;
  max: string;
  label?: string;
  /** The search parameter that carries the day, so that an address is a day one can send. */
  param?: string;
  /** Given, the day is handed over instead of written in the address. */
  onChange?: (day: string) => void;
};

/** Moves through days: buttons, a date field, and the left and right arrows while the buttons have the focus. */
export function DayPicker({ day, min, max, label = "Jour", param = "jour", onChange }: DayPickerProps) {
  const id = useId();
  const [isPending, startTransition] = useTransition();
  const showInAddress = useDayInAddress(param);
  // What is being typed is kept apart: a half-typed date is no day to go to.
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);

  function goTo(next: string) {
    const bounded = next < min ? min : next > max ? max : next;
    if (bounded === day) return;
    startTransition(() => (onChange ?? showInAddress)(bounded));
  }

  function onKeyDown(event: KeyboardEvent) {
    const isField = event.target instanceof HTMLInputElement; // there, arrows change the date's own parts
    const target = isField ? undefined : KEYS[event.key]?.(day, min, max);
    if (!target) return;
    event.preventDefault();
    goTo(target);
  }

  return (
    <fieldset className={styles.picker} onKeyDown={onKeyDown} aria-busy={isPending} data-no-print>
      <legend className={styles.hidden}>{label}</legend>
      <StepButton
        label="Jour précédent"
        icon="left"
        isOff={day <= min}
        onClick={() => goTo(addDays(day as CivilDate, -1))}
      />
      <label htmlFor={id} className={styles.hidden}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.input}
        value={typed}
        min={min}
        max={max}
        required
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (currentTarget.validity.valid) goTo(currentTarget.value);
        }}
        onBlur={() => setTyped(day)}
      />
      <StepButton
        label="Jour suivant"
        icon="right"
        isOff={day >= max}
        onClick={() => goTo(addDays(day as CivilDate, 1))}
      />
      <span className={styles.longDay} aria-live="polite">
        {formatLongDay(day)}
      </span>
    </fieldset>
  );
}

type StepButtonProps = { label: string; icon: "left" | "right"; isOff: boolean; onClick: () => void };

function StepButton({ label, icon, isOff, onClick }: StepButtonProps) {
  return (
    // aria-disabled, not disabled: the focus must survive the first and the last day
    <ActionIcon
      variant="default"
      size={36}
      aria-label={label}
      aria-disabled={isOff}
      data-disabled={isOff || undefined}
      onClick={onClick}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}

const KEYS: Readonly<Record<string, (day: string, min: string, max: string) => string>> = {
  ArrowLeft: (day) => addDays(day as CivilDate, -1),
  ArrowRight: (day) => addDays(day as CivilDate, 1),
  PageUp: (day) => addDays(day as CivilDate, -7),
  PageDown: (day) => addDays(day as CivilDate, 7),
  Home: (_day, min) => min,
  End: (_day, _min, max) => max,
};

function useDayInAddress(param: string): (day: string) => void {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  return (day) => {
    const next = new URLSearchParams(search);
    next.set(param, day);
    router.replace(`${pathname}?${next}` as Route, { scroll: false });
  };
}
