import 'server-only'
import { cookies } from 'next/headers'
import { appUrl } from '@/lib/env'

/** The browser that asked for a mail to sign in by, and where it wanted to go. */
export type AskingBrowser = { token: string; next: string }

const secure = () => appUrl().protocol === 'https:'
/** The __Host- prefix ties the cookie to this host and to https. */
const cookieName = () => (secure() ? '__Host-sign-in' : 'sign-in')

/** @param minutes as long as the mail works */
export async function rememberAsking({ token, next }: AskingBrowser, minutes: number): Promise<void> {
  ;(await cookies()).set({
    name: cookieName(),
    value: `${token}.${Buffer.from(next).toString('base64url')}`,
    maxAge: minutes * 60,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secure(),
  })
}

export async function askingBrowser(): Promise<AskingBrowser | null> {
  const value = (await cookies()).get(cookieName())?.value
  const [token, next = ''] = value?.split('.') ?? []
  return token ? { token, next: Buffer.from(next, 'base64url').toString() } : null
}

export async function forgetAsking(): Promise<void> {
  ;(await cookies()).delete({ name: cookieName(), path: '/', secure: secure() })
}
