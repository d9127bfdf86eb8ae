import "server-only";
import type { Audience } from "@/lib/data/coefficient-announcements";
import { type OperationParties, readOperationParties } from "@/lib/data/operation-sheets";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { AnnouncedFigures } from "@/lib/domain/coefficients/announced-figures";
import type { KeyRuleJson } from "@/lib/domain/coefficients/key-version";
import { type AnnouncementMessage, describeAnnouncement } from "@/lib/format/describe-announcement";
import { typesetFrench } from "@/lib/formats/typeset-french";

/** An operation whose access is proven. */
export type AnnouncingOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: OperationSheet;
  /** Writes in the organiser's place, where its sheet does not name it. */
  readonly collectivity: { readonly name: string };
};

export type AnnouncementWriter = {
  /** Line by line, for letters. */
  readonly sender: readonly string[];
  readonly replyTo: string | null;
  readonly compose: (figures: AnnouncedFigures) => AnnouncementMessage;
};

/** Prepares the messages of one version, in the organiser's name. */
export async function openAnnouncementWriter(
  { id, sheet, collectivity }: AnnouncingOperation,
  rule: KeyRuleJson | null,
  sites: Audience["sites"],
): Promise<AnnouncementWriter> {
  const { organiser }: OperationParties = await readOperationParties(id);
  const name = organiser?.organisationName ?? collectivity.name;
  const town = [organiser?.postalCode, organiser?.city].filter(Boolean).join(" ");
  const tiers = tiersOf(rule);
  return {
    sender: [name, organiser?.address ?? "", town].filter((line) => line !== ""),
    replyTo: organiser?.email ?? null,
    compose(figures) {
      const message = describeAnnouncement({
        operation: sheet,
        organiser: { name, email: organiser?.email ?? null, phone: organiser?.phone ?? null },
        figures,
        sites,
        tiers,
      });
      return typesetMessage(message);
    },
  };
}

function typesetMessage({ shares, paragraphs, ...texts }: AnnouncementMessage): AnnouncementMessage {
  const { subject, greeting, lead, signature, note } = texts;
  return {
    subject: typesetFrench(subject),
    greeting: typesetFrench(greeting),
    lead: typesetFrench(lead),
    shares: shares.map(typesetFrench),
    paragraphs: paragraphs.map(typesetFrench),
    signature: typesetFrench(signature),
    note: typesetFrench(note),
  };
}

// The rule of a full dynamic key is one for each producer: it has no one rank to tell.
function tiersOf(rule: KeyRuleJson | null) {
  const tiers = rule?.kind === "tiers" && Array.isArray(rule.tiers) ? (rule.tiers as readonly unknown[]) : [];
  const rankOf = new Map<string, number>();
  for (const [index, tier] of tiers.entries()) {
    const { consumerIds } = tier as { readonly consumerIds?: unknown };
    if (!Array.isArray(consumerIds)) continue;
    for (const id of consumerIds) if (typeof id === "string") rankOf.set(id, index + 1);
  }
  return { count: tiers.length, rankOf };
}
