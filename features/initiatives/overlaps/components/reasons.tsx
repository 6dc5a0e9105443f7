import { getTranslations } from 'next-intl/server'
import { formatList, formatNumber, type Locale } from '@/lib/format'
import type { Reason } from '../rules'

/** Why two efforts may be the same, in words: "samme målgruppe · 400 m fra hinanden · fælles ord: klub, unge". */
export async function reasonsInWords(reasons: Reason[], locale: Locale): Promise<string> {
  const t = await getTranslations('overlaps.reason')
  return reasons
    .map((reason) => {
      if (reason.kind === 'distance') return t('distance', { metres: formatNumber(reason.metres, locale) })
      if (reason.kind === 'words') return t('words', { words: formatList(reason.words, locale) })
      return t(reason.kind)
    })
    .join(' · ')
}
