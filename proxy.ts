import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/auth/content-security-policy'
import { whyRefused } from '@/auth/guard'
import { refusal } from '@/auth/refusal'
import { LOCALE_COOKIE } from '@/i18n/locale'

/**
 * Addresses that let somebody in: no other request repeats them. With no-referrer a browser would not say either where
 * a form without JavaScript comes from, and the door would refuse it.
 */
const WITH_TOKEN = /^\/(l|calendar|sign-in\/(link|mail))\//

/** The outer door only: a stranger's origin and a hostile body stop here, rights are judged inside. */
export async function proxy(request: NextRequest): Promise<Response> {
  const refused = await whyRefused(request)
  if (refused) {
    const page = request.headers.get('accept')?.includes('text/html') ?? false
    return refusal(...refused, { locale: request.cookies.get(LOCALE_COOKIE)?.value, page })
  }
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('x-address', request.nextUrl.pathname + request.nextUrl.search)
  // Next finds the nonce here and puts it on every script of the page.
  headers.set('content-security-policy', policy)
  // Next compares a form's origin with this, and answers 500 when they differ; here the origin has been judged.
  const origin = headers.get('origin')
  if (origin && URL.canParse(origin)) headers.set('x-forwarded-host', new URL(origin).host)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (WITH_TOKEN.test(request.nextUrl.pathname)) response.headers.set('Referrer-Policy', 'strict-origin')
  return response
}

export const config = { matcher: '/((?!_next/static).*)' }
