"use client";

import { Group, Radio } from "@mantine/core";
import type { Route } from "next";
import { useCallback, useMemo, useReducer, useState } from "react";
import { applyPaste } from "@/components/coefficients/apply-paste";
import { editHistory, startHistory } from "@/components/coefficients/edit-history";
import { FillTools, type Weights } from "@/components/coefficients/fill-tools";
import { KeyPreview } from "@/components/coefficients/key-preview";
import { PastePanel } from "@/components/coefficients/paste-panel";
import { PreviewTables } from "@/components/coefficients/preview-tables";
import type { ShareRowData } from "@/components/coefficients/share-row";
import { readShare, totalSheet } from "@/components/coefficients/share-sheet";
import { ShareTable } from "@/components/coefficients/share-table";
import { ShareTotal } from "@/components/coefficients/share-total";
import { useKeyPreview } from "@/components/coefficients/use-key-preview";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { formatPpm } from "@/lib/format/format-percent";
import type { PastedShares } from "@/lib/format/parse-pasted-shares";
import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";
import styles from "./key-editor.module.css";
import { SaveDraft } from "./save-draft";

type EditedRow = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly annualWithdrawalWh: number | null;
  readonly subscribedPowerVa: number | null;
  readonly surfaceM2: number | null;
  readonly ppm: number | null;
};

/** The draft that is gone on with. */
export type EditedDraft = {
  readonly id: string;
  readonly kind: string;
  readonly from: CivilDate;
  readonly unitPpm: UnitPpm;
  readonly reason: string | null;
};

type KeyEditorFormProps = {
  slug: string;
  rows: readonly EditedRow[];
  draft: EditedDraft | null;
  /** Shares of who has left since. [ppm] */
  lostPpm: number;
  today: CivilDate;
  startDay: CivilDate;
  /** First day a key notified today can hold from. */
  earliestDay: CivilDate;
  versions: Route;
  mayWrite: boolean;
};

const USUAL_UNIT_PPM = 100;

/** Makes a static or default key: shares on one side, what they would have given on the other. */
export function KeyEditorForm({ slug, rows, draft, lostPpm, today, mayWrite, ...save }: KeyEditorFormProps) {
  const [kind, setKind] = useState(draft?.kind ?? "static");
  const [history, edit] = useReducer(editHistory, null, () =>
    startHistory(
      rows.map(({ ppm }) => ppm),
      draft?.unitPpm ?? USUAL_UNIT_PPM,
    ),
  );
  const [pasted, setPasted] = useState<PastedShares | null>(null);
  const sheet = history.present;
  const total = useMemo(() => totalSheet(sheet), [sheet]);
  const pause = kind === "static" ? pauseOf(total) : null;
  const body = useMemo(
    () => (pause === null ? JSON.stringify(kind === "static" ? triedShares(rows, sheet) : { kind: "default" }) : null),
    [pause, kind, rows, sheet],
  );
  const preview = useKeyPreview(slug, body);
  const shownRows = useMemo(() => describeRows(rows, preview.preview, today), [rows, preview.preview, today]);
  const weights = useMemo(() => listWeights(rows, shownRows), [rows, shownRows]);
  const names = useMemo(() => rows.map(({ name }) => name), [rows]);

  const paste = useCallback(
    (text: string, firstRow: number) => {
      const next = applyPaste(sheet, rows, text, firstRow);
      edit({ type: "filled", sheet: next.sheet });
      setPasted(next.outcome);
    },
    [sheet, rows],
  );
  const pasteCells = useCallback(
    (index: number, text: string) => {
      const isCells = /[\t\n;]/.test(text.trim());
      if (isCells) paste(text, index);
      return isCells;
    },
    [paste],
  );

  return (
    <div className={styles.editor}>
      <PageSection title="La clé">
        <SaveDraft
          {...save}
          slug={slug}
          draft={draft}
          kind={kind}
          unitPpm={sheet.unitPpm}
          shares={() =>
            Object.fromEntries(rows.map(({ id }, index) => [id, readShare(sheet.shares[index] ?? NOTHING) ?? 0]))
          }
          pause={pause}
          mayWrite={mayWrite}
          onUndo={() => edit({ type: "undone" })}
          onRedo={() => edit({ type: "redone" })}
        >
          <Radio.Group label="Type de clé" value={kind} onChange={setKind}>
            <Group mt="xs">
              <Radio value="static" label="Statique : une part fixe par consommateur" />
              <Radio value="default" label="Par défaut : au prorata des consommations" />
            </Group>
          </Radio.Group>
          {kind === "static" && (
            <>
              {lostPpm > 0 && (
                <Notice title={`${formatPpm(lostPpm)} allaient à des sites qui ne participent plus`}>
                  Cette part est au surplus tant qu’elle n’est pas répartie.
                </Notice>
              )}
              <FillTools history={history} names={names} weights={weights} onEdit={edit} />
              <PastePanel outcome={pasted} onPaste={(text) => paste(text, 0)} />
              <ShareTable rows={shownRows} shares={sheet.shares} onEdit={edit} onPasteCells={pasteCells} />
              <ShareTotal total={total} />
            </>
          )}
        </SaveDraft>
      </PageSection>
      <PageSection title="Ce qu’elle aurait donné">
        <KeyPreview state={preview} pause={pause} slug={slug} />
      </PageSection>
      {preview.preview && (
        <div className={styles.whole} aria-busy={preview.isBusy}>
          <PreviewTables preview={preview.preview} slug={slug} />
        </div>
      )}
    </div>
  );
}

const NOTHING = { text: "", isLocked: false };

function pauseOf({ unread, restPpm }: ReturnType<typeof totalSheet>): string | null {
  if (unread.length > 0) return "Il faut que chaque part soit un pourcentage.";
  return restPpm < 0 ? "Il faut un total d’au plus 100 %." : null;
}

function triedShares(rows: readonly EditedRow[], { shares }: Parameters<typeof totalSheet>[0]) {
  const ppm = rows.map(({ prm }, index): readonly [string, number] => [prm, readShare(shares[index] ?? NOTHING) ?? 0]);
  return { kind: "static", ppm: Object.fromEntries(ppm.filter(([, value]) => value > 0)) };
}

/** The consumption that is shown: measured once the preview says it, entered until then. */
function describeRows(
  rows: readonly EditedRow[],
  preview: CoefficientPreview | null,
  today: CivilDate,
): readonly ShareRowData[] {
  const measured = new Map(preview?.consumers.map((consumer) => [consumer.prm, consumer]));
  return rows.map(({ id, prm, name, from, annualWithdrawalWh }) => ({
    id,
    prm,
    name,
    entry: from > today ? `à partir du ${formatDay(from)}` : null,
    annualWh: measured.get(prm)?.annualWh ?? annualWithdrawalWh,
    isAnnualMeasured: measured.get(prm)?.isAnnualMeasured ?? false,
  }));
}

function listWeights(rows: readonly EditedRow[], shown: readonly ShareRowData[]): readonly Weights[] {
  return [
    {
      label: "Selon la consommation annuelle",
      missing: "la consommation annuelle",
      values: shown.map(({ annualWh }) => annualWh),
    },
    {
      label: "Selon la puissance souscrite",
      missing: "la puissance souscrite",
      values: rows.map(({ subscribedPowerVa }) => subscribedPowerVa),
    },
    { label: "Selon la surface", missing: "la surface", values: rows.map(({ surfaceM2 }) => surfaceM2) },
  ];
}
