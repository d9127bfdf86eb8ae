"use client";

import { Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useActionState, useState } from "react";
import { AccountStateButton } from "@/components/access/account-state-button";
import type { AccessRole } from "@/lib/domain/access/access-role";
import { ROLE_LABELS } from "@/lib/format/role-labels";
import type { ActionState } from "@/lib/schemas/action-state";
import {
  deactivateMemberAction,
  reactivateMemberAction,
  removeMemberAction,
  resetMemberTwoFactorAction,
  setMemberRoleAction,
} from "./actions";

const IDLE: ActionState = { status: "idle" };

type MemberButtonsProps = {
  collectivityId: string;
  userId: string;
  name: string;
  role: AccessRole;
  hasTwoFactor: boolean;
  isActive: boolean;
  /** Whether his account is this collectivity's to help and to close. */
  mayManage: boolean;
};

/** Opens what may be changed about a member; each act is asked for by its own button. */
export function MemberButtons(props: MemberButtonsProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <MemberForms {...props} onClose={() => setIsOpen(false)} />;
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => setIsOpen(true)}
      aria-label={`Modifier l’accès de ${props.name}`}
    >
      Modifier
    </Button>
  );
}

function MemberForms({
  collectivityId,
  userId,
  name,
  role,
  hasTwoFactor,
  isActive,
  mayManage,
  onClose,
}: MemberButtonsProps & { onClose: () => void }) {
  const [changed, change, isChanging] = useActionState(setMemberRoleAction, IDLE);
  const [removed, remove, isRemoving] = useActionState(removeMemberAction, IDLE);
  const [reset, resetFactor, isResetting] = useActionState(resetMemberTwoFactorAction, IDLE);
  const failure = [changed, removed, reset].find((state) => state.status === "failed");
  const who = (
    <>
      <input type="hidden" name="collectivity" value={collectivityId} />
      <input type="hidden" name="userId" value={userId} />
    </>
  );
  return (
    <>
      <Stack gap="xs" align="flex-start">
        <form action={change}>
          <Group gap="xs" wrap="nowrap">
            {who}
            <NativeSelect
              key={role}
              name="role"
              size="xs"
              aria-label={`Rôle de ${name}`}
              defaultValue={role}
              data={(["admin", "officer", "elected"] as const).map((value) => ({ value, label: ROLE_LABELS[value] }))}
            />
            <Button
              type="submit"
              variant="default"
              size="xs"
              flex="none"
              loading={isChanging}
              aria-label={`Changer le rôle de ${name}`}
            >
              Changer le rôle
            </Button>
          </Group>
        </form>
        {hasTwoFactor && mayManage && (
          <form action={resetFactor}>
            {who}
            <Button
              type="submit"
              variant="default"
              size="xs"
              loading={isResetting}
              aria-label={`Lever le second facteur de ${name}`}
            >
              Lever le second facteur
            </Button>
          </form>
        )}
        {mayManage && (
          <AccountStateButton
            name={name}
            isActive={isActive}
            hidden={{ collectivity: collectivityId, userId }}
            deactivate={deactivateMemberAction}
            reactivate={reactivateMemberAction}
          />
        )}
        <Group gap="xs" wrap="nowrap">
          <form action={remove}>
            {who}
            <Button
              type="submit"
              color="red"
              size="xs"
              loading={isRemoving}
              aria-label={`Retirer ${name} de la collectivité`}
            >
              Retirer
            </Button>
          </form>
          <Button variant="default" size="xs" onClick={onClose}>
            Fermer
          </Button>
        </Group>
      </Stack>
      {!mayManage && (
        <Text size="sm" maw="20rem">
          Ce compte a des accès ailleurs : l’administrateur de l’installation peut l’aider ou le désactiver.
        </Text>
      )}
      {failure?.status === "failed" && (
        <Text size="sm" c="red" role="alert">
          {failure.message}
        </Text>
      )}
    </>
  );
}
