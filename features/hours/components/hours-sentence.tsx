import { getTranslations } from 'next-intl/server'
import { formatMinutes, formatPercent, type Locale } from '@/lib/format'
import type { HourAccount } from '../queries/accounts'
import { figuresOf } from '../rules'

type Props = { accounts: HourAccount[]; year: number; locale: Locale }

/** Promised, delivered and what is between them, in words; a percentage with its base. */
export async function HoursSentence({ accounts, year, locale }: Props) {
  const t = await getTranslations('hours.sentence')
  const { promised, computed, kept } = figuresOf(accounts)
  const hours = (minutes: number) => formatMinutes(minutes, locale)
  const said = { year: String(year), kept: hours(kept) }
  if (promised === null) return t('unpromised', { year: String(year), delivered: hours(computed) })
  return (
    <>
      {kept < promised
        ? t('less', {
            ...said,
            promised: hours(promised),
            share: formatPercent(kept / promised, locale),
            difference: hours(promised - kept),
          })
        : t('kept', { ...said, promised: hours(promised), difference: hours(kept - promised) })}{' '}
      {computed > kept && t('more', { hours: hours(computed - kept) })}
    </>
  )
}
