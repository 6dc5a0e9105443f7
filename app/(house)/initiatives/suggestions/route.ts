import { getLocale } from 'next-intl/server'
import { jsonAction } from '@/auth/json-action'
import { requireWriter } from '@/features/initiatives/overlaps/commands'
import { shownSuggestions } from '@/features/initiatives/overlaps/components/shown'
import { writtenInput } from '@/features/initiatives/overlaps/input'
import { suggestWhileWritten } from '@/features/initiatives/overlaps/queries/suggest'
import { localeFrom } from '@/i18n/locale'

/** Asked while an initiative is written: what may already do the same. */
export const POST = jsonAction(writtenInput, requireWriter, async (viewer, written) => ({
  found: await shownSuggestions(suggestWhileWritten(viewer, written), localeFrom(await getLocale())),
}))
