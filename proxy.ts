import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/auth/content-security-policy'
import { isOwnOrigin } from '@/auth/origin'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const LARGEST_BODY = 512 * 1024

/** The outer door only: a stranger's origin and an oversized body stop here, rights are judged inside. */
export function proxy(request: NextRequest): NextResponse {
  if (!SAFE_METHODS.has(request.method)) {
    if (!isOwnOrigin(request.headers.get('origin'))) return refuse(403)
    if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return refuse(413)
  }
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('x-address', request.nextUrl.pathname + request.nextUrl.search)
  // Next finds the nonce here and puts it on every script of the page.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

const refuse = (status: number) =>
  new NextResponse('Anmodningen blev afvist. Gå tilbage, genindlæs siden, og prøv igen.', {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

export const config = { matcher: '/((?!_next/static).*)' }
