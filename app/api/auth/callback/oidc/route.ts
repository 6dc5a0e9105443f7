import { notFound, redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { enter } from '@/auth/enter'
import { finishOidc, OidcFailed } from '@/auth/oidc'
import { unpack } from '@/auth/trip'
import { signInByIdentity } from '@/features/sign-in/commands/identity'
import { recordFailedTrip } from '@/features/sign-in/commands/refusal'
import { ownPath, type Refusal } from '@/features/sign-in/rules'
import { oidc } from '@/lib/env'
import { Unavailable } from '@/lib/errors'

/** Where the municipality's sign-in sends people back to. Only what is asked for by our own cookies does anything. */
export async function GET({ nextUrl }: NextRequest): Promise<never> {
  if (!oidc()) notFound()
  redirect(await arrive(Object.fromEntries(nextUrl.searchParams), new Date()))
}

async function arrive(query: Record<string, string>, now: Date): Promise<string> {
  const { checks, next, invitation } = await unpack()
  try {
    const who = await whoCame(query, checks)
    if (who instanceof OidcFailed) {
      // Anybody can come without having set out; that is not worth a line.
      if (who.reason !== 'expired') recordFailedTrip(who.reason, now)
      return refused(who.reason)
    }
    const outcome = signInByIdentity(who, invitation, now)
    if ('refused' in outcome) return refused(outcome.refused)
    await enter(outcome)
    return ownPath(next)
  } catch (error) {
    if (error instanceof Unavailable) return refused('unavailable')
    throw error
  }
}

const whoCame = (query: Record<string, string>, checks: Record<string, string>) =>
  finishOidc(query, checks).catch((error: unknown) => {
    if (error instanceof OidcFailed) return error
    throw error
  })

const refused = (reason: Refusal) => `/sign-in/refused?reason=${reason}`
