import { z } from 'zod'
import { OUTCOMES, VISIBILITIES } from '@/db/schema'
import { dateField, id, line, paragraph } from '@/lib/plain-text'

const meetingId = id()
/** Made in the browser, so that a line sent twice is one line. */
const newId = z.uuid()
const version = z.coerce.number().int().positive()
const confirm = z.array(z.string().max(40)).max(10).default([])
const visibility = z.enum(VISIBILITIES).optional()

const prose = { text: paragraph({ max: 4000, required: true }), visibility }
const title = line({ max: 200 })
const task = { text: title, partyId: id(), personId: id(), dueOn: dateField(), confirm }

const logged = { meetingId, id: newId, itemId: id() }
export const logLineInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), ...logged, ...prose }),
  z.object({ kind: z.literal('decision'), ...logged, ...prose }),
  z.object({ kind: z.literal('action'), ...logged, ...task, visibility }),
  z.object({ kind: z.literal('topic'), ...logged, text: title }),
])
export type LogLineInput = z.output<typeof logLineInput>

const changed = { meetingId, id: id(), version }
export const changeLineInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), ...changed, ...prose }),
  z.object({ kind: z.literal('decision'), ...changed, ...prose }),
  z.object({ kind: z.literal('action'), ...changed, ...task }),
])
export type ChangeLineInput = z.output<typeof changeLineInput>

export const whichLineInput = z.object({
  meetingId,
  id: id(),
  kind: z.enum(['note', 'decision', 'action', 'topic']),
  /** Brought back by undoing. */
  removed: z.boolean(),
})
export type WhichLineInput = z.output<typeof whichLineInput>

export const outcomeInput = z.object({ meetingId, itemId: id(), outcome: z.enum(OUTCOMES) })
export type OutcomeInput = z.output<typeof outcomeInput>

/** A matter that comes up in the room: to be discussed, and the forum's, since the forum hears it. */
export const quickItemInput = z
  .object({ meetingId, id: newId, title })
  .transform((item) => ({ ...item, kind: 'discussion' as const, visibility: 'forum' as const }))

export const presenceInput = z.object({ meetingId, itemId: id(), typing: z.boolean() })
export type PresenceInput = z.output<typeof presenceInput>

export const meetingInput = z.object({ meetingId })

/** Why it is sent although something is missing. */
const overruleReason = line({ max: 500, required: false })
export const sendMinutesInput = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('approve'), meetingId, overruleReason }),
  z.object({ mode: z.literal('review'), meetingId, until: dateField(), overruleReason }),
])
export type SendMinutesInput = z.output<typeof sendMinutesInput>

export const correctionInput = z.object({ meetingId, reason: paragraph({ max: 1000, required: true }) })
export type CorrectionInput = z.output<typeof correctionInput>

/** Which version an address asks for; none for whatever is no number. */
export function versionIn(address: string): number | undefined {
  const asked = Number(new URL(address, 'http://localhost').searchParams.get('version') ?? 'none')
  return Number.isInteger(asked) ? asked : undefined
}
