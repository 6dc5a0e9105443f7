import type { PartyKind, Role } from '@/db/schema'

/** A link in an invitation can be used for a quarter of an hour. */
export const LINK_MINUTES = 15

/** Six people to begin the demo with, one for each kind of viewer. */
export const GUIDES = ['Mette Holm', 'Søren Bak', 'Karen Lund', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind']

export const DEMO_GROUPS = ['coordinators', 'departments', 'organisations', 'others'] as const
export type DemoGroup = (typeof DEMO_GROUPS)[number]

export function groupOf({ role, partyKind }: { role: Role; partyKind: PartyKind }): DemoGroup {
  if (role === 'coordinator') return 'coordinators'
  if (role === 'auditor' || role === 'partner') return 'others'
  return partyKind === 'department' ? 'departments' : 'organisations'
}

const CONTROL = /\p{Cc}/u

/** Where to go after signing in: an address of our own, or the front page. Browsers read '/\' as '//'. */
export function ownPath(wanted = '/'): string {
  const own = wanted.startsWith('/') && !/^\/[/\\]/.test(wanted) && !CONTROL.test(wanted)
  return own ? wanted : '/'
}
