import 'server-only'
import { hkdfSync } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import { NextResponse } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { appUrl, oidc } from '@/lib/env'
import { log } from '@/lib/log'
import { hearing, logger } from './next-auth-logger'

/** Who somebody is to the municipality's sign-in. */
export type Identity = { issuer: string; subject: string }
export type Cookie = ReturnType<NextResponse['cookies']['getAll']>[number]
type Values = Record<string, string>

const OIDC_FAILURES = ['expired', 'cancelled', 'unreachable', 'untrusted'] as const
export type OidcFailure = (typeof OIDC_FAILURES)[number]

/** The round trip to the municipality's sign-in did not end with somebody we may believe. */
export class OidcFailed extends Error {
  constructor(readonly reason: OidcFailure) {
    super(reason)
  }
}

/** One may take a quarter of an hour to find one's telephone. */
export const TRIP_SECONDS = 15 * 60

const PROVIDER = 'oidc'
const secure = () => appUrl().protocol === 'https:'
export const tripCookieName = (part: string) => `${secure() ? '__Host-' : ''}en-indgang.${part}`
const CHECKS = ['state', 'nonce', 'pkce']

/**
 * Leads to the municipality's sign-in. The browser keeps the cookies, by which the answer is recognised.
 * @throws OidcFailed when it cannot be reached
 */
export async function beginOidc(): Promise<{ address: string; cookies: Cookie[] }> {
  const asked: Asked = {}
  const { csrfToken = '', cookies: csrf } = await ask(['csrf'], { method: 'GET' }, asked)
  const { location, cookies } = await ask(
    ['signin', PROVIDER],
    { method: 'POST', body: { csrfToken }, cookies: valuesOf(csrf) },
    asked,
  )
  if (asked.problem || !location) throw failed('unreachable', asked.problem)
  return { address: location, cookies: cookies.filter(isCheck) }
}

/**
 * Judges what the municipality's sign-in answered: state, nonce, PKCE, issuer, audience, signature and time.
 * @throws OidcFailed
 */
export async function finishOidc(query: Values, cookies: Values): Promise<Identity> {
  if (!cookies[tripCookieName('state')]) throw failed('expired')
  if (query.error === 'access_denied') throw failed('cancelled')
  const asked: Asked = {}
  await ask(['callback', PROVIDER], { method: 'GET', query, cookies }, asked)
  const { identity, problem } = asked
  if (!identity) throw failed(problem && UNREACHABLE.test(problem) ? 'unreachable' : 'untrusted', problem)
  // What is found at the address we asked may call itself by any name: it is the setting that counts.
  if (identity.issuer !== oidc()?.issuer)
    throw failed('untrusted', 'OIDC_ISSUER is not the issuer found there')
  return identity
}

type Asked = { identity?: Identity; problem?: string }
type Question = { method: 'GET' | 'POST'; query?: Values; body?: Values; cookies?: Values }
type Answer = { location?: string; cookies: Cookie[]; csrfToken?: string }

/**
 * Puts one question to next-auth in the shape it knows, so that none of its routes, pages or redirects is mounted,
 * and it is shown no cookie but its own.
 */
async function ask(nextauth: string[], question: Question, asked: Asked): Promise<Answer> {
  // It reads its own address from here and nowhere else.
  process.env.NEXTAUTH_URL = appUrl().origin
  const headers = new Headers()
  const answer: { csrfToken?: string } = {}
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === 'Set-Cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader: (name: string, value: string | string[]) => {
      headers.delete(name)
      for (const each of [value].flat()) headers.append(name, each)
      return response
    },
    send: (body: typeof answer) => Object.assign(answer, body),
    end: () => response,
  }
  const { query = {}, body = {}, cookies = {}, method } = question
  const request = { method, body, cookies, headers: {}, query: { ...query, nextauth } }
  await hearing(
    (error) => {
      asked.problem = phraseOf(error)
    },
    () =>
      NextAuth(
        request as unknown as NextApiRequest,
        response as unknown as NextApiResponse,
        oidcOptions(asked),
      ),
  )
  const location = headers.get('location') ?? undefined
  return { location, cookies: new NextResponse(null, { headers }).cookies.getAll(), ...answer }
}

function oidcOptions(asked: Asked): NextAuthOptions {
  const settings = oidc()
  if (!settings) throw new Error('OIDC_ISSUER is not set.')
  const { issuer, clientId, clientSecret } = settings
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure() }
  const cookie = (part: string) => ({
    name: tripCookieName(part),
    options: { ...options, maxAge: TRIP_SECONDS },
  })
  return {
    // The same after a restart, or who is on the way would come back to a stranger.
    secret: Buffer.from(hkdfSync('sha256', clientSecret, '', 'en-indgang next-auth', 32)).toString(
      'base64url',
    ),
    providers: [
      {
        id: PROVIDER,
        name: PROVIDER,
        type: 'oauth',
        wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        authorization: { params: { scope: 'openid profile' } },
        httpOptions: { timeout: 5000 },
        profile: ({ sub }) => ({ id: sub }),
      },
    ],
    cookies: {
      state: cookie('state'),
      nonce: cookie('nonce'),
      pkceCodeVerifier: cookie('pkce'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
    },
    callbacks: {
      /** An address instead of yes: next-auth goes no further, so it makes no user and no session. */
      signIn: ({ profile }) => {
        const { iss, sub } = profile as { iss?: unknown; sub?: unknown }
        if (typeof iss === 'string' && typeof sub === 'string' && sub.length <= 255)
          asked.identity = { issuer: iss, subject: sub }
        return '/'
      },
    },
    logger,
  }
}

const UNREACHABLE = /^(E[A-Z]+|outgoing request timed out.*|expected 200 OK)$/

/** The fixed words of a failure; what follows a comma or a bracket may quote somebody. */
function phraseOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return typeof code === 'string'
    ? code
    : String(message)
        .replace(/[,(:].*$/s, '')
        .trim()
}

function failed(reason: OidcFailure, problem?: string): OidcFailed {
  if (problem) log.warn({ problem }, 'sign-in by OpenID Connect failed')
  return new OidcFailed(reason)
}

const isCheck = ({ name }: Cookie) => CHECKS.some((check) => name === tripCookieName(check))
const valuesOf = (cookies: Cookie[]): Values =>
  Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
