'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { ask, logEnquiry } from './commands/ask'
import { attachToEnquiry } from './commands/attach'
import { linkInitiative, makeActionItem, proposeEnquiry } from './commands/become'
import { giveFeedback } from './commands/feedback'
import { routeEnquiry, stepPart } from './commands/route'
import { sortEnquiry } from './commands/sort'
import { say, stepEnquiry } from './commands/step'
import {
  askInput,
  attachToEnquiryInput,
  enquiryStepInput,
  feedbackInput,
  linkInitiativeInput,
  logInput,
  mailInput,
  makeActionItemInput,
  partInput,
  proposeEnquiryInput,
  routeInput,
  sayInput,
  sortInput,
} from './input'
import { logMail } from './mail/commands'

const withReceipt = { redirectTo: (id: string) => `/enquiries/${id}?asked=1` }
const back = { redirectTo: (_: unknown, { id }: { id: string }) => `/enquiries/${id}` }

export const askAction = formAction(askInput, ask, withReceipt)
export const logAction = formAction(logInput, logEnquiry, withReceipt)
export const mailAction = formAction(mailInput, logMail, withReceipt)
export const sortAction = formAction(sortInput, sortEnquiry, back)
export const routeAction = formAction(routeInput, routeEnquiry, back)
export const partAction = formAction(partInput, stepPart)
export const sayAction = formAction(sayInput, say)
export const stepAction = formAction(enquiryStepInput, stepEnquiry, back)
export const attachAction = formAction(attachToEnquiryInput, attachToEnquiry, back)
export const proposeAction = formAction(proposeEnquiryInput, proposeEnquiry, back)
export const makeItemAction = formAction(makeActionItemInput, makeActionItem, back)
export const linkInitiativeAction = formAction(linkInitiativeInput, linkInitiative, back)
export const feedbackAction = formAction(feedbackInput, giveFeedback, {
  done: async () => (await getTranslations('enquiries'))('feedback.done'),
})
