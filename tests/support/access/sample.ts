/** An id that nothing has. */
export const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";

/** What calls name, of the collectivity under test. */
export type Sample = {
  /** Slug. */
  readonly operation: string;
  /** Slug of another operation of the collectivity. */
  readonly beside: string;
  readonly acc: string;
  readonly collectivity: string;
  readonly participant: string;
  readonly prm: string;
  readonly meteringPoint: string;
  /** First day of a settled period. */
  readonly from: string;
  readonly run: string;
  readonly import: string;
  readonly request: string;
  readonly complaint: string;
  readonly letter: string;
  readonly contactChange: string;
  /** Told by letter. */
  readonly version: string;
  /** First day of a period that is shared by a key of its own. */
  readonly keyMonth: string;
  readonly delivery: string;
  readonly job: string;
  readonly consent: string;
  /** Of the request. */
  readonly requestFile: string;
  /** Joined to the complaint. */
  readonly paper: string;
  /** Of an invitation into the collectivity that nobody has accepted yet. */
  readonly link: string;
  readonly snapshot: string;
  readonly evidence: string;
  readonly audit: string;
  readonly unknown: string;
};

/** The part of an address between square brackets, by the folder before it, and its name in the sample. */
const OF_FOLDER: Readonly<Record<string, keyof Sample>> = {
  runs: "run",
  imports: "import",
  requests: "request",
  complaints: "complaint",
  letters: "letter",
  "contact-changes": "contactChange",
  "coefficient-keys": "version",
  participants: "participant",
  snapshots: "snapshot",
  evidence: "evidence",
  audits: "audit",
  deliveries: "delivery",
  settlements: "job",
  consents: "consent",
  "correspondence-documents": "paper",
  "cle-du-mois": "keyMonth",
};

/** The others, by their own name. */
const BY_NAME: Readonly<Record<string, keyof Sample>> = {
  file: "requestFile",
  collectivite: "collectivity",
  debut: "from",
  demande: "request",
  reclamation: "complaint",
  courrier: "letter",
  instantane: "snapshot",
};

const FIXED: Readonly<Record<string, string>> = {
  mesure: "3.1.1",
  rubrique: "mesures",
  slug: "inconnue",
  token: "inconnu",
  position: "0",
  kind: "totals",
};

/** The parts of an address that vary, filled in from the sample; what it does not have is an id that nothing has. */
export function fillParams(address: string, sample: Sample): Readonly<Record<string, string | string[]>> {
  const folders = address.split("/");
  const params = folders.flatMap((folder, index) => {
    const [, rest, name] = /^\[(\.{3})?(\w+)\]$/.exec(folder) ?? [];
    if (!name) return [];
    const value = sampleOf(name, folders[index - 1] ?? "", sample);
    return [[name, rest ? [value] : value] as const];
  });
  return Object.fromEntries(params);
}

function sampleOf(name: string, folder: string, sample: Sample): string {
  const of = OF_FOLDER[folder] ?? BY_NAME[name] ?? name;
  return sample[of as keyof Sample] ?? FIXED[name] ?? sample.unknown;
}

/** What most forms ask for; an action drops the fields it does not know. */
export function formFields(sample: Sample): Readonly<Record<string, string>> {
  const { unknown } = sample;
  const absent = { decision: unknown, suspicion: unknown, announcement: unknown };
  const days = { day: sample.from, sentDay: sample.from, effectDay: sample.from, endDay: sample.from, noticeDay: "" };
  return { ...sample, ...absent, ...days, source: "Essai", reason: "Essai", confirmed: "1" };
}
