import "server-only";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "./scope";

/** What is said of the logo of a collectivity. */
export type LogoSheet = {
  readonly format: "png" | "jpeg";
  readonly widthPx: number;
  readonly heightPx: number;
  /** What is read to somebody who does not see it. */
  readonly altText: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly updatedAt: Date;
};

export type Logo = LogoSheet & { readonly content: Uint8Array };

const SHEET = { format: true, widthPx: true, heightPx: true, altText: true, sha256: true, updatedAt: true } as const;

/** The logo of a collectivity, bytes and all; null without one. */
export async function findLogo(collectivityId: AuthorizedCollectivityId): Promise<Logo | null> {
  const row = await prisma.collectivityLogo.findUnique({
    where: { collectivityId },
    select: { ...SHEET, content: true },
  });
  return row && toLogo(row);
}

/** The logo of the collectivity that runs an operation: whoever reads the operation reads it. */
export async function findLogoOfOperation(operationId: AuthorizedOperationId): Promise<Logo | null> {
  const row = await prisma.collectivityLogo.findFirst({
    where: { collectivity: { operations: { some: { id: operationId } } } },
    select: { ...SHEET, content: true },
  });
  return row && toLogo(row);
}

/** Puts a logo in the place of the one before. One transaction with its audit event. */
export async function putLogo(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  { content, sha256, ...sheet }: Omit<Logo, "updatedAt">,
): Promise<void> {
  const stored = {
    ...sheet,
    content: Uint8Array.from(content),
    sha256: Uint8Array.from(Buffer.from(sha256, "hex")),
    updatedAt: new Date(),
    updatedBy: actor.userId,
  };
  await prisma.$transaction(async (tx) => {
    const before = await tx.collectivityLogo.findUnique({ where: { collectivityId }, select: SHEET });
    await tx.collectivityLogo.upsert({
      where: { collectivityId },
      create: { collectivityId, ...stored },
      update: stored,
      select: { collectivityId: true },
    });
    await insertAuditEvent(
      {
        collectivityId,
        actor,
        action: "set.logo",
        objectType: "collectivity",
        objectId: collectivityId,
        ...(before ? { before: describe(toSheet(before)) } : {}),
        after: describe({ ...sheet, sha256 }),
      },
      tx,
    );
  });
}

/** Takes the logo away. One transaction with its audit event. @returns False when there was none. */
export async function deleteLogo(collectivityId: AuthorizedCollectivityId, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const before = await tx.collectivityLogo.findUnique({ where: { collectivityId }, select: SHEET });
    if (!before) return false;
    await tx.collectivityLogo.delete({ where: { collectivityId }, select: { collectivityId: true } });
    const entry = { collectivityId, actor, objectType: "collectivity", objectId: collectivityId } as const;
    await insertAuditEvent({ ...entry, action: "remove.logo", before: describe(toSheet(before)) }, tx);
    return true;
  });
}

type SheetRow = Omit<LogoSheet, "sha256"> & { readonly sha256: Uint8Array };

const toSheet = ({ sha256, ...row }: SheetRow): LogoSheet => ({ ...row, sha256: Buffer.from(sha256).toString("hex") });
const toLogo = ({ content, ...row }: SheetRow & { readonly content: Uint8Array }): Logo => ({
  ...toSheet(row),
  content,
});

// The words themselves are the collectivity's own; they need not be in the trail.
function describe({ format, widthPx, heightPx, sha256 }: Omit<LogoSheet, "altText" | "updatedAt">) {
  return { format, widthPx, heightPx, sha256 };
}
