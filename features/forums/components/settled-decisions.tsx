import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { decisionLabel } from '@/features/decisions/rules'
import { formatDate, type Locale } from '@/lib/format'
import type { ForumDecision } from '../queries/record'

/** What was decided and holds no more, folded away; nothing when all of it holds. */
export async function SettledDecisions({
  decisions,
  locale,
}: {
  decisions: ForumDecision[]
  locale: Locale
}) {
  const total = decisions[0]?.total ?? 0
  if (total === 0) return null
  const t = await getTranslations('forums.decisions')
  const fate = ({ state, successor, visibility }: ForumDecision) =>
    state === 'replaced' && successor?.number != null
      ? t('replacedWith', {
          number: decisionLabel({ number: successor.number, decidedOn: successor.decidedOn, visibility }),
        })
      : t(`settle.${state as 'carried_out' | 'lapsed' | 'replaced'}`)
  return (
    <Disclosure summary={t('settled', { count: total })} className="mt-3 text-sm">
      <ul className="divide-y divide-line">
        {decisions.map((decision) => (
          <li key={decision.id} className="py-2">
            <p className="max-w-[70ch] whitespace-pre-line wrap-anywhere">{decision.body}</p>
            <p className="text-muted">
              <Link href={`/decisions/${decision.id}`} prefetch={false} className="text-link underline">
                {decision.number === null
                  ? t('unsent')
                  : t('number', { number: decisionLabel({ ...decision, number: decision.number }) })}
              </Link>
              , {t('decided', { date: formatDate(decision.decidedOn, locale, 'long') })} · {fate(decision)}
            </p>
          </li>
        ))}
      </ul>
      {total > decisions.length && (
        <p className="mt-2 text-muted">{t('settledShown', { count: String(decisions.length) })}</p>
      )}
    </Disclosure>
  )
}
