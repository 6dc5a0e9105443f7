import type { ActionItemStep, DecisionState, ItemKind, Outcome, Visibility } from '@/db/schema'

/** Days after the meeting, or days from the day the demo is made (negative is past). */
export type Day = number | { today: number }

/** A step the responsible or the convener takes; `on` is when, `due` the date asked for, given or waited until. */
export type DemoStep = {
  step: Exclude<ActionItemStep, 'created'>
  on: Day
  text?: string
  due?: Day
  to?: [party: string, person: string]
  link?: string
}

export type DemoActionItem = {
  title: string
  for: [party: string, person: string]
  due: Day
  visibility?: Visibility
  steps?: DemoStep[]
}

/** One that went as it should: accepted, reported with its evidence, closed before the due date. */
export const carriedOut = (
  title: string,
  responsible: DemoActionItem['for'],
  due: number,
  evidence: string,
): DemoActionItem => ({
  title,
  for: responsible,
  due,
  steps: [
    { step: 'accepted', on: 5 },
    { step: 'reported_done', on: due - 3, text: evidence },
    { step: 'closed', on: due - 1 },
  ],
})

export type DemoDecision = {
  text: string
  visibility?: Visibility
  /** The words of an earlier decision of the same forum that this one replaces. */
  replaces?: string
  /** What became of it, and how many days after the meeting. */
  became?: [state: Exclude<DecisionState, 'replaced'>, on: Day]
  /** To be looked at again so many days after the meeting. */
  reviewAfter?: number
}

export type DemoItem = {
  /** The same words at another meeting are the same topic. */
  topic: string
  title?: string
  kind: ItemKind
  presenter: string
  minutes: number
  proposer?: string
  /** 'forum' when nothing is said, also for what hangs on the item. */
  visibility?: Visibility
  description?: string
  outcome?: Outcome
  notes?: string[]
  internalNotes?: string[]
  decisions?: DemoDecision[]
  actionItems?: DemoActionItem[]
  /** Topics somebody raised for another meeting. */
  forLater?: string[]
}

/** Everybody seated was present, save these. */
export type DemoAttendance = {
  apologies?: string[]
  absent?: string[]
  /** Who sent whom. */
  deputies?: Record<string, string>
  arrivedAt?: Record<string, string>
  leftAt?: Record<string, string>
  guests?: [name: string, title: string, organisation: string][]
}

/** A meeting that was held, between its opening and "Eventuelt". */
export type DemoMeeting = {
  sinceLast?: string
  items: DemoItem[]
  other?: string
  attendance?: DemoAttendance
}

export type ComingMeeting = {
  inDays: number
  state: 'planned' | 'announced' | 'agenda_sent'
  items: DemoItem[]
  /** 'unfinished' has the opening and the items, no "Eventuelt" yet; 'none' has nothing at all. */
  agenda: 'whole' | 'unfinished' | 'none'
}

/** `past` from the oldest to the newest; the newest was held so many days ago. */
export type DemoYear = {
  forum: string
  lastDaysAgo: number
  lastMinutes: 'drafting' | 'in_review' | 'approved'
  past: DemoMeeting[]
  coming: ComingMeeting | null
  cancelled?: { daysAgo: number; reason: string }
}
