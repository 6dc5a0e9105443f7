import { z } from 'zod'
import { ENQUIRY_KINDS, SIMILAR_KINDS, VERDICTS } from '@/db/schema'
import { createInput } from '@/features/action-items/input'
import { attachedFile } from '@/features/meetings/attachments/input'
import { MOST_FILES } from '@/features/meetings/attachments/rules'
import { isPlainDate } from '@/lib/dates'
import { dateField, id, line, openDateField, openId, paragraph } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()
const text = paragraph({ max: 8000, required: true })
const where = { areaId: openId(), estateId: openId() }
/** What a field that was left alone sends: on the way its empty name becomes a word. */
const isNothing = ({ size, name }: File) => size === 0 && ['', 'undefined', 'blob'].includes(name)

/** What is wrong with one of them is said at the field. */
const files = z
  .array(z.instanceof(File).optional())
  .default([])
  .transform((sent, context) => {
    const chosen = sent.filter((file) => file !== undefined).filter((file) => !isNothing(file))
    const wrong = chosen.flatMap((file) => attachedFile.safeParse(file).error?.issues ?? [])[0]
    const params = wrong?.code === 'custom' ? wrong.params : { key: 'tooManyFiles', most: MOST_FILES }
    if (wrong || chosen.length > MOST_FILES) context.addIssue({ code: 'custom', params })
    return chosen
  })

/** "enquiry:ID", as the list beside the form says that it is not the same. */
const different = z
  .array(z.string().max(60))
  .max(50)
  .default([])
  .transform((said) =>
    said.flatMap((one) => {
      const [kind, subjectId] = one.split(':')
      const parsed = z.object({ kind: z.enum(SIMILAR_KINDS), id: id() }).safeParse({ kind, id: subjectId })
      return parsed.success ? [parsed.data] : []
    }),
  )

export const askInput = z.object({ text, ...where, files, different })
export type AskInput = z.output<typeof askInput>

/** What somebody says on the telephone or writes in a mail, for whom. */
export const logInput = askInput.extend({
  askerId: id(),
  via: z.enum(['phone', 'mail']),
  kind: z.enum(ENQUIRY_KINDS),
})
export type LogInput = z.output<typeof logInput>

export const LARGEST_MAIL = 11 * 1024 * 1024
export const mailInput = z.object({
  mail: z
    .instanceof(File)
    .refine(({ size }) => size > 0, { params: { key: 'fileEmpty' } })
    .refine(({ size }) => size <= LARGEST_MAIL, { params: { key: 'mailTooLarge' } }),
})
export type MailInput = z.output<typeof mailInput>

const stamp = { id: id(), version }
export const sortInput = z.object({
  ...stamp,
  kind: z.enum(ENQUIRY_KINDS),
  areaId: openId(),
  themeId: openId(),
  targetGroupId: openId(),
  ownerId: id(),
})
export type SortInput = z.output<typeof sortInput>

export const routeInput = z.object({
  ...stamp,
  partyId: id(),
  question: paragraph({ max: 2000 }),
  dueOn: openDateField(),
  leads: z.literal('1').optional(),
})
export type RouteInput = z.output<typeof routeInput>

const said = paragraph({ max: 4000, required: true })
export const partInput = z.discriminatedUnion('step', [
  z.object({ ...stamp, step: z.literal('accepted') }),
  z.object({ ...stamp, step: z.enum(['answered', 'refused', 'dropped']), text: said }),
])
export type PartInput = z.output<typeof partInput>

export const sayInput = z.object({ id: id(), kind: z.enum(['added', 'internal']), text: said })
export type SayInput = z.output<typeof sayInput>

export const attachToEnquiryInput = z.object({ id: id(), file: attachedFile })
export type AttachToEnquiryInput = z.output<typeof attachToEnquiryInput>

export const enquiryStepInput = z.discriminatedUnion('step', [
  z.object({ ...stamp, step: z.literal('agree') }),
  z.object({ ...stamp, step: z.enum(['ask', 'reply', 'reopen']), text: said }),
  z.object({ ...stamp, step: z.enum(['answer', 'not_ours']), text }),
  z.object({ ...stamp, step: z.literal('delay'), expectedOn: dateField(), text: said }),
  z.object({ ...stamp, step: z.literal('duplicate'), number: z.coerce.number().int().positive() }),
])
export type EnquiryStepInput = z.output<typeof enquiryStepInput>

export const proposeEnquiryInput = z.object({
  id: id(),
  forumId: id(),
  title: line({ max: 200 }),
  description: paragraph({ max: 4000 }),
})
export type ProposeEnquiryInput = z.output<typeof proposeEnquiryInput>

export const makeActionItemInput = z.intersection(z.object({ id: id() }), createInput)
export type MakeActionItemInput = z.output<typeof makeActionItemInput>

export const linkInitiativeInput = z.object({ id: id(), initiativeId: id() })
export type LinkInitiativeInput = z.output<typeof linkInitiativeInput>

export const feedbackInput = z.object({
  id: id(),
  verdict: z.enum(VERDICTS),
  line: line({ max: 300, required: false }),
})
export type FeedbackInput = z.output<typeof feedbackInput>

const chosen = id().optional().catch(undefined)
const day = z.string().refine(isPlainDate).optional().catch(undefined)

export const ENQUIRY_TABS = ['new', 'departments', 'waiting', 'closed', 'all'] as const
export type EnquiryTab = (typeof ENQUIRY_TABS)[number]

/** In place of an area's or a theme's id: those without. */
export const NOTHING = 'none'

/** The address of the list; what makes no sense in it is passed over. */
export const enquiryListInput = z.object({
  tab: z.enum(ENQUIRY_TABS).optional().catch(undefined),
  area: chosen,
  department: chosen,
  theme: chosen,
  from: day,
  to: day,
  /** With a refusal. */
  refused: z.literal('1').optional().catch(undefined),
  /** Answered, and counted in the figures. */
  answered: z.literal('1').optional().catch(undefined),
  page: z.coerce.number().int().positive().catch(1),
})
export type EnquiryListInput = z.output<typeof enquiryListInput>
