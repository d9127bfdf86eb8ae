"use client";

import { Button, Menu } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import styles from "./user-menu.module.css";

/** Who is signed in, and the way out. */
export function UserMenu({ name, email }: { name: string; email: string }) {
  async function signOut() {
    // A full load: nothing of the session stays in memory.
    window.location.assign(await endSession());
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
          Compte
        </Menu.Item>
        <Menu.Item onClick={signOut}>Se déconnecter</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Ends the session here; where to go from there: the single sign-on provider ends its own, or our sign-in page. */
async function endSession(): Promise<string> {
  // What comes back with `state` changes nothing here: it is there because providers ask for it.
  const state = `${crypto.randomUUID()}${crypto.randomUUID()}`;
  const answer = await fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ provider: "oidc", callbackURL: "/connexion", disableRedirect: true, state }),
  });
  const { url }: { url?: unknown } = answer.ok ? await answer.json() : {};
  return typeof url === "string" ? url : "/connexion";
}
