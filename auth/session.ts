import 'server-only'
import type { NextApiRequest, NextApiResponse } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { db } from '@/db/client'
import type { Viewer } from '@/policy'
import { currentAnswer } from './current-answer'
import { hearing } from './next-auth-logger'
import { nextAuthOptions, sessionCookie, sessionCookieName } from './options'
import { endSession, type NewSession } from './session-store'
import { loadViewer } from './viewer'

/**
 * Who is asking, read from the database once per request; null for a stranger. next-auth answers a failing database
 * with "nobody is signed in", which would throw away what a person was typing, so the failure is thrown again.
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  let failure: unknown
  const session = await hearing(
    (error) => {
      failure = error
    },
    () => askNextAuth(token),
  )
  if (failure) throw failure
  return session ? loadViewer(db(), session.personId, new Date()) : null
})

/** It is shown no cookie but ours: one of its own names with a bad address in it would make every page fail. */
function askNextAuth(token: string) {
  const request = { headers: {}, cookies: { [sessionCookieName()]: token } }
  const response = { getHeader: () => undefined, setHeader: () => undefined }
  return getServerSession(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    nextAuthOptions(),
  )
}

/** For pages: a stranger is led to the sign-in page and back again afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  const wanted = (await headers()).get('x-address') ?? '/'
  redirect(wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`)
}

/** Hands the browser the session a sign-in made; the one it had before ends. */
export async function signIn({ token, expiresAt }: NewSession): Promise<void> {
  const jar = await cookies()
  const before = jar.get(sessionCookieName())?.value
  if (before) endSession(before)
  jar.set(sessionCookie(token, expiresAt))
}

export async function signOut(): Promise<void> {
  const jar = await cookies()
  const token = jar.get(sessionCookieName())?.value
  if (token) endSession(token)
  // A __Host- cookie is only taken away by one that is as strict.
  jar.set(sessionCookie('', new Date(0)))
  // Pages are never kept, but the browser holds those it left in memory. What is stored stays: unsent drafts lie there.
  currentAnswer().getStore()?.setHeader('Clear-Site-Data', '"cache"')
}
