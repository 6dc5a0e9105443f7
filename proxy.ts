import { type NextRequest, NextResponse } from 'next/server'
import { isOwnOrigin } from '@/auth/origin'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const LARGEST_BODY = 512 * 1024

/** The outer door only: a stranger's origin and an oversized body stop here, rights are judged inside. */
export function proxy(request: NextRequest): NextResponse {
  if (!SAFE_METHODS.has(request.method)) {
    if (!isOwnOrigin(request.headers.get('origin'))) return refuse(403)
    if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return refuse(413)
  }
  const headers = new Headers(request.headers)
  headers.set('x-address', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value)
  return response
}

const SECURITY_HEADERS = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ['Cache-Control', 'private, no-store'],
] as const

const refuse = (status: number) =>
  new NextResponse('Anmodningen blev afvist. Gå tilbage, genindlæs siden, og prøv igen.', {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

export const config = { matcher: '/((?!_next/static|_next/image|favicon).*)' }
