import type { Route } from "next";
import { ButtonLink } from "./button-link";

type ListPagerProps = {
  /** Of the list, without parameters. */
  href: string;
  isFirst: boolean;
  /** The last row shown; null when there is no older one. */
  next: string | null;
};

/** The way on in a list that is shown a page at a time, and back to its beginning. */
export function ListPager({ href, isFirst, next }: ListPagerProps) {
  if (isFirst && next === null) return null;
  return (
    <p data-no-print>
      {!isFirst && (
        <ButtonLink href={href as Route} variant="default">
          Les plus récents
        </ButtonLink>
      )}{" "}
      {next !== null && (
        <ButtonLink href={`${href}?avant=${next}` as Route} variant="default">
          Plus anciens
        </ButtonLink>
      )}
    </p>
  );
}
