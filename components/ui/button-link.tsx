"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./button-link.module.css";

type ButtonLinkProps = Pick<ButtonProps, "variant" | "size" | "color" | "leftSection" | "fullWidth"> & {
  href: Route;
  /** The file is fetched, not navigated to. */
  download?: boolean;
  children: ReactNode;
};

/** A link that looks like a button, usable from server components (which cannot pass `component={Link}`). */
export function ButtonLink({ href, download, children, ...button }: ButtonLinkProps) {
  if (download) {
    return (
      <Button component="a" href={href} download classNames={styles} {...button}>
        {children}
      </Button>
    );
  }
  return (
    <Button component={Link} href={href} classNames={styles} {...button}>
      {children}
    </Button>
  );
}
