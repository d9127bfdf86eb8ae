import { DataTable } from "@/components/ui/data-table";
import { describeRegistryEvent } from "@/lib/format/describe-registry-event";

export type ShownEvent = {
  readonly id: string;
  readonly atMs: number;
  readonly actorName: string | null;
  readonly via: "session" | "api_key" | "job" | "cli";
  readonly action: string;
  readonly after: unknown;
};

const BY: Readonly<Record<ShownEvent["via"], string>> = {
  session: "",
  api_key: " (clé d’API)",
  job: " (tâche de fond)",
  cli: " (ligne de commande)",
};

/** Who did what to a participant or a metering point, latest first. */
export function RegistryHistory({ events, fileName }: { events: readonly ShownEvent[]; fileName: string }) {
  return (
    <DataTable
      caption="Historique, du plus récent au plus ancien"
      columns={[
        { key: "at", label: "Quand", kind: "instantMs" },
        { key: "who", label: "Qui", kind: "text" },
        { key: "what", label: "Quoi", kind: "text" },
      ]}
      fileName={fileName}
      rows={events.map(({ id, atMs, actorName, via, action, after }) => ({
        id,
        cells: {
          at: atMs,
          who: `${actorName ?? "Prorata"}${BY[via]}`,
          what: describeRegistryEvent(action, after),
        },
      }))}
      empty={<p>Rien n’a changé depuis la création de l’opération.</p>}
    />
  );
}
