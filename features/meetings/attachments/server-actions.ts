'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { attachEvidence, attachToItem, attachToProposal, removeAttachment } from './commands'
import { attachEvidenceInput, attachInput, attachToProposalInput, removeAttachmentInput } from './input'

const saying = { done: async () => (await getTranslations('attachments'))('added') }

export const attachToItemAction = formAction(attachInput, attachToItem, saying)
export const attachToProposalAction = formAction(attachToProposalInput, attachToProposal, saying)
export const removeAttachmentAction = formAction(removeAttachmentInput, removeAttachment)
export const attachEvidenceAction = formAction(attachEvidenceInput, attachEvidence, saying)
