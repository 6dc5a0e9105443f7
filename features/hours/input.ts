import { z } from 'zod'
import { HOUR_RULES } from '@/db/schema'
import {
  dateField,
  durationField,
  hoursField,
  id,
  line,
  openId,
  paragraph,
  quarterField,
} from '@/lib/plain-text'

const EARLIEST = 2000
const LATEST = 2100

/** The address of the hours: a calendar year, one of its quarters, and the department the rows are asked of. What makes no sense is not asked for. */
export const hoursInput = z.object({
  year: z.coerce.number().int().min(EARLIEST).max(LATEST).optional().catch(undefined),
  department: z.string().optional().catch(undefined),
  quarter: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
})

/** On the page of a plan the team may also ask to write down what is promised. */
export const planHoursInput = hoursInput.extend({ edit: z.literal('promises').optional().catch(undefined) })

const promised = {
  hours: hoursField(),
  source: line({ max: 300 }),
  confirm: z.array(z.string()).default([]),
}

export const commitmentInput = z.object({ planId: id(), partyId: id(), period: quarterField(), ...promised })
export type CommitmentInput = z.output<typeof commitmentInput>

const version = z.coerce.number().int().positive()
export const changeCommitmentInput = z.object({ id: id(), version, ...promised })
export type ChangeCommitmentInput = z.output<typeof changeCommitmentInput>

/** The quarter of a department, as its confirmation is addressed. */
const account = {
  partyId: id(),
  year: z.coerce.number().int(),
  quarter: z.coerce.number().int().min(1).max(4),
}

const confirmedLine = z
  .object({
    /** Left out for what no plan got. */
    planId: openId(),
    /** As it was shown: when it has changed meanwhile, the person is shown anew. */
    computed: z.coerce.number().int().min(0),
    hours: hoursField(),
    reason: line({ max: 500, required: false }),
  })
  .refine(({ computed, hours, reason }) => hours === computed || reason !== '', {
    path: ['reason'],
    params: { key: 'required_reason' },
  })

export const confirmationInput = z.object({ ...account, lines: z.array(confirmedLine).default([]) })
export type ConfirmationInput = z.output<typeof confirmationInput>

export const confirmerInput = z.object({ partyId: id(), personId: id() })
export type ConfirmerInput = z.output<typeof confirmerInput>

export const commentInput = z.object({
  planId: id(),
  partyId: id(),
  period: quarterField(),
  text: paragraph({ max: 2000, required: true }),
})
export type CommentInput = z.output<typeof commentInput>

export const removeCommentInput = z.object({ id: id() })

export const hourRuleInput = z.object({
  forumId: id(),
  rule: z.enum(HOUR_RULES),
  fromOn: dateField(),
  reason: line({ max: 500 }),
})
export type HourRuleInput = z.output<typeof hourRuleInput>

/** Empty: nothing is told. */
export const preparationInput = z.object({
  attendanceId: id(),
  version,
  preparation: durationField()
    .optional()
    .transform((minutes) => minutes ?? null),
})
export type PreparationInput = z.output<typeof preparationInput>
