import { SAVED_PART_WORDS } from "./price-words";
import type { TableColumn } from "./table-cells";

const PARTS: readonly TableColumn[] = Object.entries(SAVED_PART_WORDS).map(([key, label]) => ({
  key,
  label,
  kind: "amountCents",
  sum: true,
}));

const SAVED: TableColumn = { key: "savedCents", label: "Économie", kind: "amountCents", sum: true };

/** What consumers save, period by period. */
export const MONTH_SAVING_COLUMNS: readonly TableColumn[] = [
  { key: "period", label: "Période", kind: "text" },
  SAVED,
  ...PARTS,
  { key: "resaleCents", label: "Surplus revendu (HT)", kind: "amountCents", sum: true },
];

/** The same by participant. */
export const PARTICIPANT_SAVING_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Participant", kind: "text" },
  { key: "pointCount", label: "PRM", kind: "number" },
  SAVED,
  ...PARTS,
];

/** The same by metering point. */
export const POINT_SAVING_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "participantName", label: "Participant", kind: "text" },
  { key: "withoutCents", label: "Facture sans l’opération", kind: "amountCents", sum: true },
  SAVED,
  ...PARTS,
];

/** What producers receive. */
export const INCOME_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "internalCents", label: "Payé par les consommateurs (HT)", kind: "amountCents", sum: true },
  { key: "resaleCents", label: "Surplus revendu (HT)", kind: "amountCents", sum: true },
];

/** The two options of the network tariff. */
export const NETWORK_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "periodCount", label: "Périodes connues", kind: "number" },
  { key: "ordinaryCents", label: "Sans l’option (HT)", kind: "amountCents", sum: true },
  { key: "sharedCents", label: "Avec l’option (HT)", kind: "amountCents", sum: true },
  { key: "gainCents", label: "L’option fait gagner (HT)", kind: "amountCents", sum: true },
  { key: "advice", label: "Conclusion", kind: "status" },
];
