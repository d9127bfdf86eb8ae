import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { PerimeterRole } from "./attachment";
import type { DeclaredConsumer, DeclaredPerimeter, DeclaredProducer, PerimeterManagement } from "./declared-perimeter";

/** What annexe 2 says of a metering point besides its PRM. */
export type MemberField =
  | "name"
  | "legalId"
  | "address"
  | "email"
  | "injectionContract"
  | "peakPowerW"
  | "coefficientPpm";

/** One line of the perimeter: a metering point in one role. */
export type PerimeterMember = {
  readonly prm: string;
  readonly role: PerimeterRole;
  /** Name of its holder. */
  readonly name: string;
};

export type FieldChange = {
  readonly field: MemberField;
  /** Null: not known, or not applicable. */
  readonly before: string | number | null;
  readonly after: string | number | null;
};

/** What becomes of a perimeter; each list in the order of the lines, consumers first. */
export type PerimeterDifference = {
  readonly entered: readonly PerimeterMember[];
  readonly left: readonly PerimeterMember[];
  readonly changed: readonly (PerimeterMember & { readonly changes: readonly FieldChange[] })[];
  readonly unchanged: readonly PerimeterMember[];
  /** Null when it stays. */
  readonly kind: { readonly before: CoefficientKind | null; readonly after: CoefficientKind | null } | null;
  readonly management: { readonly before: PerimeterManagement; readonly after: PerimeterManagement } | null;
};

type Line = PerimeterMember & { readonly fields: readonly (readonly [MemberField, string | number | null])[] };

/**
 * What differs between two perimeters, line by line and field by field.
 *
 * A line is a PRM in a role: a PRM may leave as a consumer and stay as a producer. Shares are compared only as far as
 * the kind is static; an absent one is 0 then.
 *
 * @param before - Usually the registry on the day the other one takes effect.
 * @param after - Usually an annexe 2; each PRM at most once in each list.
 */
export function comparePerimeter(before: DeclaredPerimeter, after: DeclaredPerimeter): PerimeterDifference {
  const linesBefore = indexLines(before);
  const linesAfter = indexLines(after);
  const changed: PerimeterDifference["changed"][number][] = [];
  const unchanged: PerimeterMember[] = [];
  for (const [id, line] of linesAfter) {
    const former = linesBefore.get(id);
    if (!former) continue;
    const changes = compareFields(former, line);
    if (changes.length > 0) changed.push({ ...memberOf(line), changes });
    else unchanged.push(memberOf(line));
  }
  return {
    entered: missingFrom(linesBefore, linesAfter),
    left: missingFrom(linesAfter, linesBefore),
    changed,
    unchanged,
    kind: before.kind === after.kind ? null : { before: before.kind, after: after.kind },
    management: before.management === after.management ? null : { before: before.management, after: after.management },
  };
}

function indexLines({ consumers, producers, kind }: DeclaredPerimeter): ReadonlyMap<string, Line> {
  const lines = [
    ...consumers.map((consumer) => consumerLine(consumer, kind === "static")),
    ...producers.map(producerLine),
  ];
  return new Map(lines.map((line) => [`${line.role}|${line.prm}`, line]));
}

function consumerLine({ prm, name, legalId, address, coefficientPpm }: DeclaredConsumer, isStatic: boolean): Line {
  const fields = [
    ["name", name],
    ["legalId", legalId],
    ["address", address],
    ["coefficientPpm", isStatic ? (coefficientPpm ?? 0) : null],
  ] as const;
  return { prm, role: "consumer", name, fields };
}

function producerLine({ prm, name, ...producer }: DeclaredProducer): Line {
  const fields = [
    ["name", name],
    ["legalId", producer.legalId],
    ["address", producer.address],
    ["email", producer.email],
    ["injectionContract", producer.injectionContract],
    ["peakPowerW", producer.peakPowerW],
  ] as const;
  return { prm, role: "producer", name, fields };
}

// Lines of one role have the same fields in the same order.
function compareFields(before: Line, after: Line): readonly FieldChange[] {
  return after.fields.flatMap(([field, value], index) => {
    const former = before.fields[index]?.[1] ?? null;
    return former === value ? [] : [{ field, before: former, after: value }];
  });
}

function missingFrom(known: ReadonlyMap<string, Line>, lines: ReadonlyMap<string, Line>): readonly PerimeterMember[] {
  return [...lines].flatMap(([id, line]) => (known.has(id) ? [] : [memberOf(line)]));
}

const memberOf = ({ prm, role, name }: Line): PerimeterMember => ({ prm, role, name });
