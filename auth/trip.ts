import 'server-only'
import { cookies } from 'next/headers'
import { appUrl, oidc } from '@/lib/env'
import { Refused } from '@/lib/errors'
import { beginOidc, OidcFailed, TRIP_SECONDS, tripCookieName } from './oidc'

/** What somebody takes along to the municipality's sign-in and back: where to go then, and an invitation to link. */
export type Luggage = { next: string; invitation?: string }

const luggageName = () => tripCookieName('luggage')
const isOfTrip = (name: string) => name.startsWith(tripCookieName(''))

/**
 * Packs, and says where the browser goes.
 * @throws Refused when there is no such sign-in, or it cannot be reached
 */
export async function setOut({ next, invitation = '' }: Luggage): Promise<string> {
  if (!oidc()) throw new Refused('notAllowed')
  try {
    const { address, cookies: checks } = await beginOidc()
    const jar = await cookies()
    for (const check of checks) jar.set(check)
    jar.set({
      ...attributes(),
      name: luggageName(),
      value: new URLSearchParams({ next, invitation }).toString(),
      maxAge: TRIP_SECONDS,
    })
    return address
  } catch (error) {
    throw error instanceof OidcFailed ? new Refused('municipalSignInUnreachable') : error
  }
}

/** Unpacks; whatever comes of it, a second trip needs a new beginning. */
export async function unpack(): Promise<Partial<Luggage> & { checks: Record<string, string> }> {
  const jar = await cookies()
  const brought = jar.getAll().filter(({ name }) => isOfTrip(name))
  const luggage = new URLSearchParams(jar.get(luggageName())?.value)
  for (const { name } of brought) jar.set({ ...attributes(), name, value: '', maxAge: 0 })
  return {
    checks: Object.fromEntries(brought.map(({ name, value }) => [name, value])),
    next: luggage.get('next') ?? undefined,
    invitation: luggage.get('invitation') || undefined,
  }
}

/** A cookie of a host is only taken away by one that looks the same. */
const attributes = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: appUrl().protocol === 'https:',
})
