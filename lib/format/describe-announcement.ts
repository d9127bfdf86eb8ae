import type { AnnouncedFigures, AnnouncedShare } from "@/lib/domain/coefficients/announced-figures";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { formatDay, formatLongDay } from "./format-date";
import { formatPpm } from "./format-percent";

/** Who writes, to whom, about what. */
export type AnnouncementContext = {
  readonly operation: { readonly name: string; readonly accNumber: string | null; readonly stepMinutes: number };
  readonly organiser: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly figures: AnnouncedFigures;
  /** What his sites are called, by metering point id. */
  readonly sites: ReadonlyMap<string, { readonly prm: string; readonly name: string }>;
  /** Tier in which each of his sites is served, by metering point id, from 1; empty for other rules. */
  readonly tiers: { readonly count: number; readonly rankOf: ReadonlyMap<string, number> };
};

/** What a participant is told before a key applies to him, paragraph by paragraph. */
export type AnnouncementMessage = {
  readonly subject: string;
  readonly greeting: string;
  readonly lead: string;
  /** One line for each of his metering points. */
  readonly shares: readonly string[];
  readonly paragraphs: readonly string[];
  /** The organiser. */
  readonly signature: string;
  /** Why he gets this, and his rights. */
  readonly note: string;
};

/**
 * A participant's own figures in words: what each of his sites gets, before and after, and how what is not used is
 * shared among those who produce.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1 and annexe 7.
 */
export function describeAnnouncement(context: AnnouncementContext): AnnouncementMessage {
  const { operation, organiser, figures } = context;
  const isConsumer = figures.shares.length > 0;
  const what = isConsumer ? "Vos coefficients de répartition" : "Partage du surplus";
  const number = operation.accNumber === null ? "" : ` (n° ${operation.accNumber})`;
  const matter = isConsumer
    ? "Avant leur application, nous vous informons des coefficients de répartition de la production qui vous seront appliqués"
    : "Avant son application, nous vous informons de la façon dont le surplus sera partagé entre les producteurs";
  return {
    subject: `${what} à partir du ${formatDay(figures.from)} : ${operation.name}`,
    greeting: "Madame, Monsieur,",
    lead: `${organiser.name} organise l’opération d’autoconsommation collective « ${operation.name} »${number}, à laquelle vous participez. ${matter} à partir du ${longDay(figures.from)} (convention avec le gestionnaire de réseau, art. 5.1.1).`,
    shares: figures.shares.map((share) => describeShare(share, context)),
    paragraphs: [
      ...(isConsumer ? describeConsumption(context) : []),
      ...(figures.producerIds.length > 0 ? describeSurplus(context) : []),
      describeContact(organiser),
    ],
    signature: organiser.name,
    note: "Vous recevez ce message parce que vous participez à cette opération ; vos données ne servent ici qu’à la gérer. Vous pouvez demander à les lire, à les corriger ou à les faire effacer, auprès de l’organisateur.",
  };
}

// « 1 janvier » is read « 1er janvier ».
const longDay = (day: string): string => formatLongDay(day).replace(/(?<!\d)1 (?=\p{Letter})/u, "1er ");

function describeShare(share: AnnouncedShare, { figures, sites, tiers }: AnnouncementContext): string {
  const site = nameSite(share.meteringPointId, sites);
  const rank = tiers.rankOf.get(share.meteringPointId);
  const served = rank === undefined ? "" : ` Ce site est servi au rang ${rank} sur ${tiers.count}.`;
  return `${site} : ${describeChange(share, figures)}${served}`;
}

// One entered by mistake may be gone from the registry since.
function nameSite(id: string, sites: AnnouncementContext["sites"]): string {
  const site = sites.get(id);
  return site ? `${site.name} (PRM ${site.prm})` : "Site retiré du registre";
}

function describeChange({ beforePpm, afterPpm, from }: AnnouncedShare, figures: AnnouncedFigures): string {
  const since = from === figures.from ? "" : `, à partir du ${formatDay(from)}, jour de son entrée`;
  if (afterPpm === null) {
    if (beforePpm === null) return `part calculée à chaque pas de temps${since}.`;
    return `part de ${formatPpm(beforePpm)} jusqu’ici, calculée ensuite à chaque pas de temps.`;
  }
  if (beforePpm === null) {
    const isChangeOfKind = figures.kindBefore !== null && figures.kindBefore !== "static";
    return `part de ${formatPpm(afterPpm)}${since}${isChangeOfKind ? `, au lieu d’une part calculée à chaque pas de temps (${SHORT_KINDS[figures.kindBefore]})` : ""}.`;
  }
  if (beforePpm === afterPpm) return `part inchangée, ${formatPpm(afterPpm)}.`;
  return `part de ${formatPpm(afterPpm)}, au lieu de ${formatPpm(beforePpm)} jusqu’ici.`;
}

const SHORT_KINDS: Readonly<Record<CoefficientKind, string>> = {
  static: "clé statique",
  dynamic_simple: "clé dynamique",
  dynamic_full: "clé dynamique",
  default: "clé par défaut, au prorata des consommations",
};

function describeConsumption({ figures, operation: { stepMinutes } }: AnnouncementContext): readonly string[] {
  const step = `À chaque pas de ${stepMinutes} minutes`;
  const kinds: Readonly<Record<CoefficientKind, string>> = {
    static: `${step}, cette part de la production de l’opération vous est affectée, dans la limite de ce que vous consommez au même moment.`,
    default: `${step}, le gestionnaire de réseau partagera la production entre les consommateurs au prorata de ce que chacun consomme à ce moment, dans la limite de sa consommation (code de l’énergie, art. D. 315-6).`,
    dynamic_simple: `${step}, l’organisateur fixera la part de chaque consommateur et la notifiera chaque mois au gestionnaire de réseau ; faute de notification, la production est partagée au prorata des consommations (art. 4.1).`,
    dynamic_full: `${step}, l’organisateur fixera la part de chaque consommateur dans la production de chaque producteur et la notifiera chaque mois au gestionnaire de réseau ; faute de notification, la production est partagée au prorata des consommations (art. 4.1).`,
  };
  return [
    kinds[figures.kindAfter],
    "Ce que vous n’utilisez pas au moment où c’est produit n’est pas reporté et ne va à aucun autre consommateur : c’est du surplus, qui revient aux producteurs. Votre fournisseur vous facture le reste de votre consommation, comme aujourd’hui.",
  ];
}

function describeSurplus({ figures, sites }: AnnouncementContext): readonly string[] {
  const names = figures.producerIds.map((id) => nameSite(id, sites));
  const { unallocatedPpm } = figures;
  return [
    `Vous êtes ${figures.shares.length > 0 ? "aussi " : ""}concerné comme producteur : ${names.join(", ")}.`,
    "Le surplus collectif est la production que personne n’utilise dans l’opération. À chaque pas de temps, quand la production affectée à un consommateur dépasse ce qu’il consomme, l’excédent est réparti entre les producteurs au prorata de ce que chacun lui avait affecté ; ce qui n’est affecté à aucun consommateur reste au producteur qui l’a injecté (convention, annexe 7).",
    ...(unallocatedPpm === null ? [] : [describeUnallocated(unallocatedPpm)]),
  ];
}

const describeUnallocated = (ppm: number): string =>
  ppm === 0
    ? "Avec ces coefficients, toute votre production est affectée aux consommateurs : seul leur excédent vous revient comme surplus."
    : `Avec ces coefficients, ${formatPpm(ppm)} de votre production n’est affecté à aucun consommateur et vous reste comme surplus.`;

function describeContact({ email, phone }: AnnouncementContext["organiser"]): string {
  const contact = [email, phone].filter((part) => part !== null).join(", ");
  return `Pour toute question, adressez-vous à l’organisateur${contact === "" ? "" : ` : ${contact}`}.`;
}
