import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { isLate } from "@/lib/domain/scoring/is-late";
import type { ActionRow } from "@/lib/domain/scoring/list-action-rows";
import type { ActionGain } from "@/lib/domain/scoring/list-best-gains";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { actionAddress } from "@/lib/format/action-address";
import { GAP_WORDS, LATE_WORD, STATUS_WORDS } from "@/lib/format/climate-words";
import { describePilot } from "@/lib/format/describe-pilot";
import { shortenText } from "@/lib/format/shorten-text";
import type { TableCell, TableColumn } from "@/lib/format/table-cells";

type PlanGainsProps = {
  gains: { readonly planned: readonly ActionGain[]; readonly open: readonly ActionGain[] };
  actions: ReadonlyMap<string, ActionRow>;
  members: readonly { readonly userId: string; readonly name: string }[];
  day: CivilDate;
  measureDepth: number;
  collectivityId: string;
};

const TITLE_LENGTH = 90;

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Action", kind: "text" },
  { key: "points", label: "Gain, en points", kind: "number", decimals: 1 },
  { key: "state", label: "État", kind: "status" },
  { key: "pilot", label: "Pilote", kind: "text" },
  { key: "dueDay", label: "Échéance", kind: "day" },
];

/** What would bring most points: what is planned, then what is not. */
export function PlanGains({ gains, ...given }: PlanGainsProps) {
  return (
    <PageSection title="Ce qui rapporte le plus">
      <GainTable
        {...given}
        caption="Une fois fait ce qui est programmé"
        gains={gains.planned}
        empty="Rien n’est programmé : choisissez « Programmé » pour ce que la collectivité a prévu de faire."
      />
      <GainTable {...given} caption="Pas fait ou à renseigner" gains={gains.open} empty="Tout est fait ou programmé." />
    </PageSection>
  );
}

type GainTableProps = Omit<PlanGainsProps, "gains"> & { caption: string; gains: readonly ActionGain[]; empty: string };

function GainTable({ caption, gains, empty, actions, members, day, measureDepth, collectivityId }: GainTableProps) {
  const rows = gains.flatMap(({ id, points }) => {
    const action = actions.get(id);
    if (!action) return [];
    const { number, title, note } = action;
    const cells: Readonly<Record<string, TableCell>> = {
      name: `${number} ${shortenText(title ?? "", TITLE_LENGTH)}`,
      points,
      state: stateOf(action, day),
      pilot: note?.pilot ? describePilot(note.pilot, members) : null,
      dueDay: note?.dueDay ?? null,
    };
    return [{ id, cells, href: actionAddress(number, measureDepth, collectivityId) }];
  });
  return (
    <>
      <h3>{caption}</h3>
      <DataTable
        caption={caption}
        columns={COLUMNS}
        rows={rows}
        hasFilter={false}
        empty={<EmptyState title="Aucune action" purpose={empty} />}
      />
    </>
  );
}

function stateOf({ shown, note, gaps }: ActionRow, day: CivilDate): TableCell {
  if (isLate(note?.dueDay ?? null, shown, day)) return { text: LATE_WORD, tone: "danger" };
  const gap = gaps[0];
  if (gap) return { text: GAP_WORDS[gap], tone: "warning" };
  return shown === null ? null : { text: STATUS_WORDS[shown], tone: "neutral" };
}
