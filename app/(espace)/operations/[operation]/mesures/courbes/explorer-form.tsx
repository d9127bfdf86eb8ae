"use client";

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { addDays, civilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { ExplorerSearch } from "@/lib/schemas/explorer-search";
import { writeExplorerSearch } from "@/lib/schemas/write-explorer-search";
import styles from "./courbes.module.css";

// A search box with its list weighs more than the rest of the form: it comes after the page.
const CurvePicker = dynamic(() => import("./curve-picker").then((module) => module.CurvePicker), {
  ssr: false,
  loading: () => <div className={styles.picker} />,
});

type ExplorerFormProps = {
  path: string;
  search: ExplorerSearch & { readonly startMs: number; readonly endMs: number };
  choices: {
    readonly hasConsumers: boolean;
    readonly hasProducers: boolean;
    readonly participants: readonly { readonly id: string; readonly name: string }[];
    readonly points: readonly { readonly prm: string; readonly name: string }[];
    readonly maxCurves: number;
  };
};

const GRAINS = [
  { value: "", label: "automatique" },
  { value: "step", label: "pas de mesure" },
  { value: "hour", label: "heure" },
  { value: "day", label: "jour" },
  { value: "week", label: "semaine" },
  { value: "month", label: "mois" },
];

/** What to look at, when, and beside what. What is chosen is kept in the address. */
export function ExplorerForm({ path, search, choices }: ExplorerFormProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const address = writeExplorerSearch(search);
  const [shown, setShown] = useState(address);
  const [typed, setTyped] = useState(() => typedOf(search));
  const change = (part: Partial<Typed>) => setTyped((current) => ({ ...current, ...part }));
  const [error, setError] = useState<{ readonly field: "lastDay" | "otherDay"; readonly text: string } | null>(null);
  const curves = listCurves(choices);

  // A zoom or « page précédente » changes the address: the fields follow it, and keep the focus.
  if (shown !== address) {
    setShown(address);
    setTyped(typedOf(search));
  }

  function show(event: FormEvent) {
    event.preventDefault();
    const wrong = findError(typed);
    setError(wrong);
    if (wrong) return;
    startTransition(() =>
      router.push(`${path}${writeExplorerSearch(toSearch(search, typed))}` as Route, { scroll: false }),
    );
  }

  return (
    <form onSubmit={show} aria-label="Courbes à montrer" className={styles.fields} data-no-print noValidate>
      <CurvePicker
        data={curves}
        picked={typed.picked}
        maxCurves={choices.maxCurves}
        onPick={(picked) => change({ picked })}
      />
      <Checkbox
        label="En faire la somme"
        checked={typed.isSum}
        onChange={({ currentTarget }) => change({ isSum: currentTarget.checked })}
      />
      <TextInput
        type="date"
        label="Premier jour"
        value={typed.firstDay}
        onChange={({ currentTarget }) => change({ firstDay: currentTarget.value })}
        required
      />
      <TextInput
        type="date"
        label="Dernier jour"
        value={typed.lastDay}
        onChange={({ currentTarget }) => change({ lastDay: currentTarget.value })}
        error={error?.field === "lastDay" && error.text}
        required
      />
      <NativeSelect
        label="Un point par"
        data={GRAINS}
        value={typed.grain}
        onChange={({ currentTarget }) => change({ grain: currentTarget.value })}
      />
      <NativeSelect
        label="Comparer avec"
        value={typed.comparison}
        onChange={({ currentTarget }) => change({ comparison: currentTarget.value })}
        data={[
          { value: "", label: "rien" },
          { value: "last_year", label: "les mêmes dates, un an avant" },
          { value: "previous", label: "la période précédente" },
          { value: "day", label: "une période choisie" },
          ...curves.map(({ group, items }) => ({ group, items: [...items] })),
        ]}
      />
      {typed.comparison === "day" && (
        <TextInput
          type="date"
          label="Premier jour de l’autre période"
          value={typed.otherDay}
          onChange={({ currentTarget }) => change({ otherDay: currentTarget.value })}
          error={error?.field === "otherDay" && error.text}
          required
        />
      )}
      {["last_year", "previous", "day"].includes(typed.comparison) && (
        <Checkbox
          label="Lundi avec lundi"
          checked={typed.isByWeekday}
          onChange={({ currentTarget }) => change({ isByWeekday: currentTarget.checked })}
        />
      )}
      <Button type="submit" loading={isPending}>
        Afficher
      </Button>
    </form>
  );
}

type Typed = {
  readonly picked: string[];
  readonly isSum: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly grain: string;
  readonly comparison: string;
  readonly otherDay: string;
  readonly isByWeekday: boolean;
};

function typedOf(search: ExplorerFormProps["search"]): Typed {
  const { choices, comparison, grain, isSum, isByWeekday } = search;
  return {
    picked: [...choices],
    isSum,
    firstDay: parisCivilDate(search.startMs),
    lastDay: parisCivilDate(search.endMs - 1),
    grain: grain ?? "",
    comparison: isDay(comparison) ? "day" : (comparison ?? ""),
    otherDay: isDay(comparison) ? comparison : "",
    isByWeekday,
  };
}

/** Hours zoomed on stay as long as the days around them do. */
function toSearch(search: ExplorerFormProps["search"], typed: Typed): ExplorerSearch {
  const { picked, isSum, firstDay, lastDay, grain, comparison, otherDay, isByWeekday } = typed;
  const shown = typedOf(search);
  const isSamePeriod = firstDay === shown.firstDay && lastDay === shown.lastDay;
  return {
    ...search,
    startMs: isSamePeriod ? search.startMs : parisMidnightMs(civilDate(firstDay)),
    endMs: isSamePeriod ? search.endMs : parisMidnightMs(addDays(civilDate(lastDay), 1)),
    choices: picked,
    isSum,
    grain: (grain || null) as ExplorerSearch["grain"],
    comparison: comparison === "day" ? otherDay : comparison || null,
    isByWeekday,
  };
}

function findError({ firstDay, lastDay, comparison, otherDay }: Typed) {
  const field = "lastDay" as const;
  if (!isCivilDate(firstDay) || !isCivilDate(lastDay)) return { field, text: "Deux dates sont attendues" };
  if (lastDay < firstDay) return { field, text: "Le dernier jour suit le premier" };
  if (addDays(firstDay, 366) <= lastDay) return { field, text: "366 jours au plus" };
  if (comparison === "day" && !isCivilDate(otherDay))
    return { field: "otherDay" as const, text: "Une date est attendue" };
  return null;
}

function isDay(comparison: string | null): comparison is string {
  return comparison !== null && isCivilDate(comparison);
}

function listCurves({ hasConsumers, hasProducers, participants, points }: ExplorerFormProps["choices"]) {
  const groups = [
    { value: "producers", label: "Tous les producteurs", isThere: hasProducers },
    { value: "consumers", label: "Tous les consommateurs", isThere: hasConsumers },
  ];
  return [
    {
      group: "Groupes",
      items: groups.filter(({ isThere }) => isThere).map(({ value, label }) => ({ value, label })),
    },
    {
      group: "Participants",
      items: participants.map(({ id, name }) => ({ value: `participant:${id}`, label: name })),
    },
    { group: "Points de mesure", items: points.map(({ prm, name }) => ({ value: prm, label: `${name} (${prm})` })) },
  ];
}
