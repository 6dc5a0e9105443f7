import { getTranslations } from 'next-intl/server'
import { formatHours, formatPercent, type Locale } from '@/lib/format'
import type { HourAccount } from '../queries/accounts'
import { figuresOf } from '../rules'

/** Promised, delivered and what is between them, in words; a percentage with its base. */
export async function PlanSentence({
  accounts,
  year,
  locale,
}: {
  accounts: HourAccount[]
  year: number
  locale: Locale
}) {
  const t = await getTranslations('hours')
  const { promised, computed } = figuresOf(accounts)
  const hours = (minutes: number) => formatHours(minutes, locale)
  const said = { year: String(year), delivered: hours(computed) }
  return (
    <p className="mb-4 max-w-[70ch] text-lg">
      {promised === null
        ? t('planSentence.unpromised', said)
        : t(computed < promised ? 'planSentence.less' : 'planSentence.kept', {
            ...said,
            promised: hours(promised),
            difference: hours(Math.abs(computed - promised)),
            share: promised > 0 ? formatPercent(computed / promised, locale) : '',
          })}
    </p>
  )
}
