import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { KeyRuleJson } from "@/lib/domain/coefficients/key-version";
import { describeMonthKey } from "@/lib/format/describe-month-key";
import type { MonthKeySheet } from "@/lib/services/coefficients/read-month-key";

const RULES: Readonly<Record<string, string>> = {
  pro_rata: "au prorata des soutirages",
  tiers: "par rangs de priorité",
  calendar: "par calendrier",
  by_producer: "une règle par producteur",
  file: "fichier importé",
};

const nameRule = (rule: KeyRuleJson | null): string => RULES[String(rule?.kind ?? "file")] ?? "autrement";

/** Every key that was made for the month, given up ones included. */
export function DeliveryHistory({ month: { history } }: { month: MonthKeySheet }) {
  if (history.length === 0) return null;
  return (
    <PageSection title="Historique">
      <DataTable
        caption="Clés faites pour cette période, de la plus récente à la plus ancienne"
        columns={[
          { key: "version", label: "Version", kind: "number" },
          { key: "rule", label: "Faite", kind: "text" },
          { key: "channel", label: "Transmission", kind: "text" },
          { key: "made", label: "Le", kind: "instantMs" },
          { key: "by", label: "Par", kind: "text" },
          { key: "sent", label: "Notifiée le", kind: "day" },
          { key: "state", label: "État", kind: "status" },
          { key: "note", label: "Réponse d’Enedis", kind: "text" },
        ]}
        rows={history.map((each) => ({
          id: each.id,
          cells: {
            version: each.version,
            rule: each.rule === null && each.channel === "api" ? "déposée par l’interface" : nameRule(each.rule),
            channel: each.channel === "api" ? "interface" : "courriel",
            made: each.createdAt.getTime(),
            by: each.createdByName,
            sent: each.sentDay,
            state: each.isSuperseded
              ? { text: "abandonnée ou refaite", tone: "neutral" as const }
              : describeMonthKey(each.state, false),
            note: each.answerNote,
          },
        }))}
      />
    </PageSection>
  );
}
