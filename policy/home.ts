import type { PartyKind, Role } from '@/db/schema'

/** Whose side a role stands on: staff who came from an organisation would read what is internal (R4). */
const HOME: Record<Role, PartyKind | null> = {
  coordinator: 'department',
  department_staff: 'department',
  department_lead: 'department',
  housing_organisation: 'housing_organisation',
  partner: 'partner',
  auditor: null,
}

/** Whether people of this role can come from such a party; an auditor may come from anywhere. */
export const comesFrom = (role: Role, kind: PartyKind): boolean => HOME[role] === null || HOME[role] === kind

/** Whether people of this role can sit for such a party, their own or another of its kind; an auditor sits for none. */
export const sitsFor = (role: Role, kind: PartyKind): boolean => HOME[role] === kind
