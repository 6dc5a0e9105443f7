import { getTranslations } from 'next-intl/server'
import { formatDate, type Locale } from '@/lib/format'
import type { ListedActionItem } from '../queries/row'

/** How it stands, in a sentence that is read aloud when it changes. */
export async function StateSentence({ item, locale }: { item: ListedActionItem; locale: Locale }) {
  const t = await getTranslations('actionItems.stateSentence')
  return (
    <p role="status" className="mt-2 text-lg">
      {sentence()}
    </p>
  )

  function sentence(): string {
    const { state, waitingOn: whom, waitingUntil: until } = item
    if (state !== 'waiting' || !whom) return t(state)
    if (!until) return t('waitingOn', { whom })
    return t('waitingOnUntil', { whom, date: formatDate(until, locale, 'day') })
  }
}
