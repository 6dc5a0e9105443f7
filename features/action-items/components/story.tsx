import { getTranslations } from 'next-intl/server'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatInstant, type Locale } from '@/lib/format'
import type { StoryStep } from '../queries/detail'

/** The item's own story, newest first: who did what, when, and in which words. */
export async function Story({ steps, locale }: { steps: StoryStep[]; locale: Locale }) {
  const t = await getTranslations('actionItems.history')
  return (
    <ol className="space-y-4 border-l border-line pl-5">
      {steps.toReversed().map((step) => (
        <li key={step.id}>
          <p>
            {sentence(step)} <span className="text-sm text-muted">{formatInstant(step.at, locale)}</span>
          </p>
          {step.text && (
            <blockquote className="mt-1 max-w-[70ch] border-l-2 border-line-strong pl-3 whitespace-pre-line">
              {step.text}
            </blockquote>
          )}
          {step.link && (
            <a href={step.link} rel="noreferrer" className="break-all text-link underline">
              {step.link}
            </a>
          )}
        </li>
      ))}
    </ol>
  )

  function sentence({ step, person, from, to, colleague, dueBefore, dueAfter }: StoryStep): string {
    const date = (day: PlainDate | null) => (day ? formatDate(day, locale, 'long') : '')
    const told = {
      person,
      due: date(dueAfter),
      before: date(dueBefore),
      party: to ?? '',
      from: from ?? '',
      colleague: colleague ?? '',
    }
    if (step === 'waiting' && dueAfter) return t('waitingUntil', told)
    if (step === 'reassigned' && from && from !== to) return t('reassignedFrom', told)
    return t(step, told)
  }
}
