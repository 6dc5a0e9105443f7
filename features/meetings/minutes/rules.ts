import type { ItemKind, Outcome, Visibility } from '@/db/schema'

export const LINE_KINDS = ['note', 'decision', 'action', 'topic'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** In the order a coordinator meets them; kept apart from the tables, which never go to the browser. */
export const OUTCOME_CHOICES = [
  'pending',
  'decided',
  'discussed',
  'noted',
  'deferred',
  'withdrawn',
] as const satisfies readonly Outcome[]

/** How far a text may reach, narrowest first. */
const REACH: readonly Visibility[] = ['internal', 'own', 'forum']

/** What is said under an item can never be read by more people than the item itself. */
export const noWiderThan = (item: Visibility, wanted: Visibility): Visibility =>
  REACH.indexOf(wanted) > REACH.indexOf(item) ? item : wanted

/**
 * What an item came to once a line is logged under it. A decision decides, also after a discussion;
 * everything else speaks only while nothing was said, and what was put off stays put off.
 */
export function outcomeAfter(line: LineKind, item: { kind: ItemKind; outcome: Outcome }): Outcome {
  const { kind, outcome } = item
  if (line === 'topic' || outcome === 'deferred' || outcome === 'withdrawn') return outcome
  if (line === 'decision') return 'decided'
  if (outcome !== 'pending') return outcome
  if (line === 'action') return 'discussed'
  return kind === 'orientation' || kind === 'formality' ? 'noted' : 'discussed'
}

/** A coordinator who has the workspace of a meeting open. */
export type Present = { personId: string; name: string; itemId: string; typing: boolean; seenAt: number }

/** How often a workspace says that it is open, and how long that is believed. */
export const PRESENCE_MS = 5_000
export const STAYS_MS = 20_000
