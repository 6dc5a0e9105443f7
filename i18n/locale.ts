import type { Locale } from '@/lib/format'

export const LOCALES: readonly Locale[] = ['da', 'en']
export const LOCALE_COOKIE = 'locale'

/** Danish is what one gets without having chosen. */
export const localeFrom = (chosen: string | undefined): Locale => (chosen === 'en' ? 'en' : 'da')
