"use client";

import { Button, Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { UNITS_PPM, type UnitPpm } from "@/lib/domain/coefficients/key-version";
import { roundToPrecision } from "@/lib/domain/coefficients/round-to-precision";
import { splitByWeight } from "@/lib/domain/coefficients/split-by-weight";
import { splitEqually } from "@/lib/domain/coefficients/split-equally";
import { type SpreadMode, spreadRest } from "@/lib/domain/coefficients/spread-rest";
import { formatCount } from "@/lib/format/format-number";
import type { Edit, EditHistory } from "./edit-history";
import { fillUnlocked, readShare, type ShareSheet } from "./share-sheet";

/** What a start in proportion goes by. */
export type Weights = {
  readonly label: string;
  /** What is missing on a sheet without it: « la puissance souscrite ». */
  readonly missing: string;
  /** In the order of the rows; null where not known. */
  readonly values: readonly (number | null)[];
};

type FillToolsProps = {
  history: EditHistory;
  names: readonly string[];
  weights: readonly Weights[];
  onEdit: (edit: Edit) => void;
};

const UNIT_LABELS: Readonly<Record<UnitPpm, string>> = {
  10000: "0 décimale (1 %)",
  1000: "1 décimale (0,1 %)",
  100: "2 décimales (0,01 %)",
  10: "3 décimales (0,001 %)",
  1: "4 décimales (0,0001 %)",
};
const NAMED = 5; // consumers without a figure that are named; the others are counted

/** Buttons that fill the table: starts, spreads, rounding, undo. Locked rows keep their share. */
export function FillTools({ history, names, weights, onEdit }: FillToolsProps) {
  const [unknown, setUnknown] = useState<{ readonly missing: string; readonly names: readonly string[] } | null>(null);
  const { present: sheet, past, future } = history;
  const { unitPpm } = sheet;
  const fill = (next: ShareSheet) => {
    setUnknown(null);
    onEdit({ type: "filled", sheet: next });
  };

  function fillByWeight({ values, missing }: Weights) {
    const without: string[] = [];
    const next = fillUnlocked(sheet, (indexes, rest) => {
      const split = splitByWeight(
        indexes.map((index) => values[index] ?? null),
        unitPpm,
        rest,
      );
      without.push(...split.unknown.map((rank) => names[indexes[rank] as number] as string));
      return split.ppm;
    });
    fill(next);
    setUnknown(without.length > 0 ? { missing, names: without } : null);
  }

  function spread(mode: SpreadMode) {
    const rows = sheet.shares.map((share) => ({ ppm: readShare(share) ?? 0, isLocked: share.isLocked }));
    const ppm = spreadRest(rows, mode, unitPpm);
    fill(fillUnlocked(sheet, (indexes) => indexes.map((index) => ppm[index] as number)));
  }

  const round = () =>
    fill(
      fillUnlocked(sheet, (indexes) =>
        roundToPrecision(
          indexes.map((index) => (readShare(sheet.shares[index] ?? { text: "", isLocked: false }) ?? 0) / WHOLE_PPM),
          unitPpm,
        ),
      ),
    );

  return (
    <>
      <Group gap="xs" align="end">
        <NativeSelect
          label="Précision"
          name="unitPpm"
          data={UNITS_PPM.map((unit) => ({ value: String(unit), label: UNIT_LABELS[unit] }))}
          value={String(unitPpm)}
          onChange={({ currentTarget }) =>
            onEdit({ type: "precision", unitPpm: Number(currentTarget.value) as UnitPpm })
          }
        />
        <Button variant="default" disabled={past.length === 0} onClick={() => onEdit({ type: "undone" })}>
          Annuler
        </Button>
        <Button variant="default" disabled={future.length === 0} onClick={() => onEdit({ type: "redone" })}>
          Rétablir
        </Button>
      </Group>
      <fieldset aria-label="Départs">
        <Group gap="xs">
          <Button
            variant="light"
            onClick={() => fill(fillUnlocked(sheet, (indexes, rest) => splitEqually(indexes.length, unitPpm, rest)))}
          >
            À parts égales
          </Button>
          {weights.map((each) => (
            <Button key={each.label} variant="light" onClick={() => fillByWeight(each)}>
              {each.label}
            </Button>
          ))}
        </Group>
      </fieldset>
      <fieldset aria-label="Répartir ce qui reste">
        <Group gap="xs">
          <Button variant="default" onClick={() => spread("proportionally")}>
            Répartir le reste au prorata
          </Button>
          <Button variant="default" onClick={() => spread("equally")}>
            Répartir le reste à parts égales
          </Button>
          <Button variant="default" onClick={round}>
            Arrondir à la précision
          </Button>
        </Group>
      </fieldset>
      {unknown && (
        <Notice
          tone="warning"
          title={`${formatCount(unknown.names.length, "consommateur n’a", "consommateurs n’ont")} pas de part : ${unknown.missing} manque sur leur fiche`}
          live
        >
          {[
            ...unknown.names.slice(0, NAMED),
            ...(unknown.names.length > NAMED ? [`et ${unknown.names.length - NAMED} autres`] : []),
          ].join(", ")}
          .
        </Notice>
      )}
    </>
  );
}
