import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { DecisionSteps } from '@/features/decisions/components/decision-steps'
import { decisionLabel } from '@/features/decisions/rules'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { ForumDecision } from '../queries/record'

type Props = {
  decisions: ForumDecision[]
  /** May say that one is over. */
  convenes: boolean
  /** The one whose forms are open; they are many, so the others' are drawn when asked for. */
  wanted?: string
  /** The page shows all of them. */
  all: boolean
  today: PlainDate
  locale: Locale
}

export async function DecisionList({ decisions, convenes, wanted, all, today, locale }: Props) {
  const t = await getTranslations('forums.decisions')
  const name = ({ number, visibility, decidedOn }: ForumDecision) =>
    number === null ? t('unsent') : t('number', { number: decisionLabel({ number, visibility, decidedOn }) })
  const successorsOf = ({ id, visibility }: ForumDecision) =>
    decisions
      .filter((other) => other.id !== id && other.visibility === visibility && other.number !== null)
      .map((other) => ({ value: other.id, label: `${name(other)}: ${other.body.slice(0, 60)}` }))
  return (
    <ol>
      {decisions.map((decision) => (
        <li
          key={decision.id}
          id={decision.id}
          className="scroll-mt-24 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0"
        >
          <p className="max-w-[70ch] whitespace-pre-line">{decision.body}</p>
          <p className="mt-0.5 text-sm text-muted">
            <Link href={`/decisions/${decision.id}`} prefetch={false} className="text-link underline">
              {name(decision)}
            </Link>
            , {t('decided', { date: formatDate(decision.decidedOn, locale, 'long') })}
            {decision.reviewOn && decision.reviewOn > today && (
              <> · {t('review', { date: formatDate(decision.reviewOn, locale, 'long') })}</>
            )}{' '}
            {decision.reviewOn && decision.reviewOn <= today && <Tag tone="warn">{t('reviewDue')}</Tag>}
          </p>
          {convenes &&
            decision.number !== null &&
            (decision.id === wanted ? (
              <DecisionSteps decision={decision} successors={successorsOf(decision)} locale={locale} />
            ) : (
              <Link
                href={`?${all ? 'decisions=all&' : ''}decision=${decision.id}#${decision.id}`}
                prefetch={false}
                className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
              >
                {t.rich('change', {
                  name: name(decision),
                  hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden>,
                })}
              </Link>
            ))}
        </li>
      ))}
    </ol>
  )
}
