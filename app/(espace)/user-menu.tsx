"use client";

import { Button, Menu } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import styles from "./user-menu.module.css";

/** Who is signed in, and the way out. */
export function UserMenu({ name, email }: { name: string; email: string }) {
  async function signOut() {
    await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    window.location.assign("/connexion"); // a full load: nothing of the session stays in memory
  }

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          classNames={{ root: styles.name ?? "", label: styles.label ?? "" }}
          title={name}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {email}
        </Menu.Label>
        <Menu.Item component={Link} href={"/compte" as Route}>
          Compte et clés d’API
        </Menu.Item>
        <Menu.Item onClick={signOut}>Se déconnecter</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
