"use client";

import "@mantine/dropzone/styles.layer.css";

import { Dropzone } from "@mantine/dropzone";
import type { ReactNode } from "react";
import styles from "./file-drop.module.css";

type FileDropProps = {
  /** What the files are, for those who do not see the zone. */
  label: string;
  /** What to drop, in a sentence. */
  invitation: string;
  isPending: boolean;
  onDrop: (files: File[]) => void;
  /** What is accepted, how much of it, and what then happens. */
  children: ReactNode;
};

/** Where files are dropped, or chosen by a click. */
export function FileDrop({ label, invitation, isPending, onDrop, children }: FileDropProps) {
  return (
    <Dropzone onDrop={onDrop} loading={isPending} multiple inputProps={{ "aria-label": label }} className={styles.zone}>
      <p className={styles.invitation}>{invitation}</p>
      <p className={styles.limits}>{children}</p>
    </Dropzone>
  );
}
