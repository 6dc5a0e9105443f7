import { z } from 'zod'
import { findPersonalNumber } from '@/lib/personal-number'
import { id } from '@/lib/plain-text'
import { LARGEST_FILE } from './rules'

export const attachedFile = z
  .instanceof(File)
  .refine(({ size }) => size > 0, { params: { key: 'fileEmpty' } })
  .refine(({ size }) => size <= LARGEST_FILE, { params: { key: 'fileTooLarge' } })
  .refine(({ name }) => !findPersonalNumber(name), { params: { key: 'personalNumber' } })

export const READERS = ['item', 'internal'] as const

export const attachInput = z.object({ itemId: id(), file: attachedFile, readers: z.enum(READERS) })
export type AttachInput = z.output<typeof attachInput>

export const attachToProposalInput = z.object({ proposalId: id(), file: attachedFile })
export type AttachToProposalInput = z.output<typeof attachToProposalInput>

export const attachEvidenceInput = z.object({ actionItemId: id(), file: attachedFile })
export type AttachEvidenceInput = z.output<typeof attachEvidenceInput>

export const removeAttachmentInput = z.object({ id: id() })
export type RemoveAttachmentInput = z.output<typeof removeAttachmentInput>
