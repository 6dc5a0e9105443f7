import { getTranslations } from 'next-intl/server'
import { Radar } from '@/components/ui/radar'
import type { Locale } from '@/lib/format'
import type { Suggestion } from '../queries/suggest'
import { shownSuggestions } from './shown'

type Props = {
  /** The id of the form that is being written. */
  form: string
  asked?: Record<string, string>
  found?: Suggestion[]
  locale: Locale
}

export async function Suggestions({ form, asked, found = [], locale }: Props) {
  const t = await getTranslations('overlaps.radar')
  return (
    <Radar
      form={form}
      address="/initiatives/suggestions"
      asked={asked}
      shown={await shownSuggestions(found, locale)}
      words={{ title: t('title'), none: t('none'), hint: t('hint') }}
    />
  )
}
