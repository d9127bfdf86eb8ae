import type { DeclaredConsumer, DeclaredProducer } from "@/lib/domain/perimeter/declared-perimeter";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import type { Annex2Workbook } from "@/lib/formats/annex-2/annex-2-workbook";
import { writeAnnex2Workbook } from "@/lib/formats/annex-2/write-annex-2-workbook";
import { applyAnnex2 } from "@/lib/services/registry/apply-annex-2";
import type { Annex2Upload } from "@/lib/services/registry/compare-annex-2";
import { TEST_PARTICIPANT, type TestOperation } from "./create-test-operation";

type Change = {
  readonly kind?: Annex2Workbook["kind"];
  readonly management?: Annex2Workbook["management"];
  /** Consumers by the name of their site, with what differs from the registry; others leave. */
  readonly consumers?: Readonly<Record<string, Partial<DeclaredConsumer>>>;
  readonly producers?: Readonly<Record<string, Partial<DeclaredProducer>>>;
};

/** The operation's annexe 2 as its organiser would send it: the roof and the key shares given, in the default holder's name. */
export async function annex2File(operation: TestOperation, change: Change) {
  const { kind = "static", management = "standard", consumers = {}, producers = { Toiture: {} } } = change;
  const { name, legalId, address, email } = TEST_PARTICIPANT;
  const known = (site: string) => operation.points.find((point) => point.name === site)?.prm ?? "";
  const workbook: Annex2Workbook = {
    kind,
    management,
    consumers: Object.entries(consumers).map(([site, line]) => {
      return { name, legalId, prm: known(site), coefficientPpm: null, ...line, address: line.address ?? address };
    }),
    producers: Object.entries(producers).map(([site, line]) => {
      const prm = line.prm ?? known(site);
      return {
        name,
        legalId,
        prm,
        ...line,
        address: line.address ?? address,
        email: line.email ?? email,
        injectionContract: line.injectionContract ?? prm.slice(-10),
        peakPowerW: line.peakPowerW ?? 36_000,
      };
    }),
  };
  return writeAnnex2Workbook(workbook, { accNumber: operation.accNumber, sentOn: civilDate("2026-05-15") });
}

/** Makes a workbook hold from a day on, by the hand of the operation's officer. */
export function applyTestAnnex2(operation: TestOperation, upload: Annex2Upload, effectDay: CivilDate) {
  return applyAnnex2(operation, operation.collectivity.users.officer.actor, upload, effectDay);
}
