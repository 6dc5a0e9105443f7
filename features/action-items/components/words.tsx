import { getTranslations } from 'next-intl/server'
import { formatDate, formatInstant, type Locale } from '@/lib/format'
import type { ActionItemDetail } from '../queries/detail'
import type { FormName } from './step-form'

/** The words a coordinator answers: what was reported, why it was refused, why more time is asked for. */
const ANSWERED = { closed: 'reported_done', sent_back: 'reported_done', reassigned: 'refused' } as const

type Props = { item: ActionItemDetail; about: FormName; locale: Locale }

export async function Words({ item, about, locale }: Props) {
  const t = await getTranslations('actionItems')
  const isDate = about === 'grant' || about === 'date_kept'
  const step = isDate ? 'date_asked' : ANSWERED[about as keyof typeof ANSWERED]
  const said = item.story?.findLast((told) => told.step === step)
  if (!said || (step === 'refused' && item.state !== 'refused')) return null
  return (
    <div className="mb-5">
      <p className="text-sm text-muted">
        {t(`said.${step}`, {
          person: said.person,
          at: formatInstant(said.at, locale),
          date: said.dueAfter ? formatDate(said.dueAfter, locale, 'day') : '',
        })}
      </p>
      <blockquote className="mt-1 max-w-[70ch] border-l-2 border-line-strong pl-3 whitespace-pre-line">
        {said.text}
      </blockquote>
      {said.link && (
        <a href={said.link} rel="noreferrer" className="break-all text-link underline">
          {said.link}
        </a>
      )}
    </div>
  )
}
