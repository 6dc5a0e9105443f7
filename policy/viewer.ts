import type { Role } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'

/** The days in which a person may look into a forum: a seat's period, to the end of time when `to` is null. */
type Window = { forumId: string; from: string; to: string | null }

/** Who is looking, read anew from the database at each request. Rights are judged from this and nothing else. */
export type Viewer = {
  personId: string
  name: string
  role: Role
  partyId: string
  partyName: string
  locale: 'da' | 'en'
  theme: 'system' | 'light' | 'dark'
  /** The home party and the parties of the person's live seats. */
  ownParties: string[]
  windows: Window[]
  /** The team's last day, when it has passed and no funding period carries the team on (S61). */
  teamEndedOn: PlainDate | null
}

/** Housing organisations and partners are outsiders in law (R4): what they can read is no longer internal. */
export const isOutsider = (viewer: Pick<Viewer, 'role'>): boolean =>
  viewer.role === 'housing_organisation' || viewer.role === 'partner'

export const isTeam = (viewer: Viewer): boolean => viewer.role === 'coordinator'

/** After its last day the team reads everything, and writes no more (ADR 23). */
export const endOfWriting = (viewer: Viewer): PlainDate | null => (isTeam(viewer) ? viewer.teamEndedOn : null)

/** The team and the department leads look into all forums; the auditor does too, but only at what was sent. */
export const seesEveryForum = (viewer: Viewer): boolean =>
  viewer.role === 'coordinator' || viewer.role === 'department_lead' || viewer.role === 'auditor'

export const seesOnlySent = (viewer: Viewer): boolean => viewer.role === 'auditor'
