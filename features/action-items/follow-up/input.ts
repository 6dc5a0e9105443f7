import { z } from 'zod'
import { CHANNELS, RHYTHMS } from '@/db/schema'
import { id, paragraph } from '@/lib/plain-text'

export const mailPreferencesInput = z.object({
  assigned: z.enum(CHANNELS),
  returned: z.enum(CHANNELS),
  answered: z.enum(CHANNELS),
  followed: z.enum(CHANNELS),
  rhythm: z.enum(RHYTHMS),
  hour: z.coerce.number().int().min(0).max(23),
})
export type MailPreferencesInput = z.output<typeof mailPreferencesInput>

const stamp = { id: id(), version: z.coerce.number().int().positive() }
export const stopRemindersInput = z.object({ ...stamp, reason: paragraph({ max: 1000, required: true }) })
export type StopRemindersInput = z.output<typeof stopRemindersInput>
export const resumeRemindersInput = z.object(stamp)
export type ResumeRemindersInput = z.output<typeof resumeRemindersInput>

export const chaseInput = z.object({ partyId: id(), confirm: z.array(z.string()).default([]) })
export type ChaseInput = z.output<typeof chaseInput>
