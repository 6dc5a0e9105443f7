import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { hashToken } from '@/auth/tokens'
import { loadViewer } from '@/auth/viewer'
import { db } from '@/db/client'
import { signedLinks } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can } from '@/policy'
import { offer } from './purposes'
import { isPurpose } from './rules'

/** What a press would do: for whom, and to what. */
export type OfferedDeed = { person: string } & NonNullable<ReturnType<typeof offer>>

/**
 * Looking changes nothing, however often a mail scanner does. Null for unknown, expired, revoked, used, no longer
 * possible and not (any more) this person's to do: nobody can tell these apart.
 */
export function offeredDeed(token: string, now: Date): OfferedDeed | null {
  const link = db().select().from(signedLinks).where(openLink(token, now)).get()
  const person = link && loadViewer(db(), link.personId, now)
  if (!person || !isPurpose(link.purpose) || !can.actByLink(person, link)) return null
  try {
    const offered = offer(link.purpose, person, link.subjectId)
    return offered && { ...offered, person: person.name }
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

export const openLink = (token: string, now: Date) =>
  and(
    eq(signedLinks.tokenHash, hashToken(token)),
    isNull(signedLinks.usedAt),
    isNull(signedLinks.revokedAt),
    gt(signedLinks.expiresAt, now),
  )
