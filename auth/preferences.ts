import 'server-only'
import { cookies } from 'next/headers'
import { LOCALE_COOKIE } from '@/i18n/locale'
import { appUrl } from '@/lib/env'
import type { Viewer } from '@/policy'

export type Preferences = Pick<Viewer, 'locale' | 'theme'>

const THEME_COOKIE = 'theme'
const YEAR = 365 * 24 * 3600

/** The browser remembers what the person chose, so that the pages before sign-in look and speak the same. */
export async function rememberPreferences({ locale, theme }: Partial<Preferences>): Promise<void> {
  const jar = await cookies()
  if (locale) jar.set(cookie(LOCALE_COOKIE, locale))
  if (theme) jar.set(cookie(THEME_COOKIE, theme))
}

export async function rememberedTheme(): Promise<Preferences['theme']> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

const cookie = (name: string, value: string) => ({
  name,
  value,
  maxAge: YEAR,
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: appUrl().protocol === 'https:',
})
