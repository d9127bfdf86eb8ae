import "server-only";
import { createHash } from "node:crypto";
import { putLogo } from "@/lib/data/collectivity-logos";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { readLogoImage } from "@/lib/formats/image/read-logo-image";

/**
 * Gives a collectivity its logo, in the place of the one before.
 *
 * @throws {DomainError} UNREADABLE_LOGO when its bytes are no whole PNG or JPEG of a fitting size.
 */
export async function setLogo(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  bytes: Uint8Array,
  altText: string,
): Promise<void> {
  const image = readLogoImage(bytes);
  if (!image) throw new DomainError("UNREADABLE_LOGO", "no PNG nor JPEG that can be printed");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await putLogo(collectivityId, actor, { ...image, content: bytes, sha256, altText });
}
