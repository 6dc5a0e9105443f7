import { getLocale } from 'next-intl/server'
import { jsonAction } from '@/auth/json-action'
import { requireAsker } from '@/features/enquiries/similar/commands'
import { shownSimilar } from '@/features/enquiries/similar/components/shown'
import { similarInput } from '@/features/enquiries/similar/input'
import { listSimilar } from '@/features/enquiries/similar/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

/** Asked while an enquiry is written: what may have been answered already. */
export const POST = jsonAction(similarInput, requireAsker, async (viewer, written) => ({
  found: await shownSimilar(
    listSimilar(viewer, { ...written, day: today(new Date()) }),
    localeFrom(await getLocale()),
  ),
}))
