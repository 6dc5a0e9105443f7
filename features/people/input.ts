import { z } from 'zod'
import { LOCALES } from '@/i18n/locale'

const locale = z.enum(LOCALES)

export const languageInput = z.object({ locale })
export const preferencesInput = z.object({ locale, theme: z.enum(['system', 'light', 'dark']) })
