import { getTranslations } from 'next-intl/server'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { InitiativeDetail } from '../queries'

/** Each time somebody said how far it was, the newest first. */
export async function InitiativeStory({
  initiative,
  locale,
}: {
  initiative: InitiativeDetail
  locale: Locale
}) {
  const t = await getTranslations('initiatives')
  if (initiative.steps.length === 0) return null
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-sm font-semibold text-muted">{t('storyTitle')}</h2>
      <ol>
        {initiative.steps.map(({ id, step, hill, text, at, person }) => (
          <li key={id} className="border-b border-line py-2.5 last:border-b-0">
            <p>
              {step === 'hill' ? t('story.hill', { step: t(`hill.step.${hill as 1}`) }) : t(`story.${step}`)}
              {text && <span className="block max-w-[70ch] whitespace-pre-line">{text}</span>}
            </p>
            <p className="text-sm text-muted">
              {person}, {formatDate(plainDateOf(at), locale, 'long')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
