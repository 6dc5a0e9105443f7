import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { decisionName } from '@/features/decisions/components/decision-name'
import { formatDate, type Locale } from '@/lib/format'
import { AttachmentList } from '../../attachments/components/attachment-list'
import type { Attachment } from '../../attachments/queries'
import type { getTopic } from '../queries'

type Props = { topic: ReturnType<typeof getTopic>; attached: Map<string, Attachment[]>; locale: Locale }

/** Each time the topic was on an agenda, latest first, with what came of it. */
export async function TopicHistory({ topic, attached, locale }: Props) {
  const [t, minutes] = await Promise.all([getTranslations('topics'), getTranslations('minutes')])
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 text-lg font-semibold">
        {t('history')}
      </h2>
      <ol className="divide-y divide-line border-y border-line">
        {topic.appearances.map(
          ({ id, title, outcome, visibility, meeting, forum, decisions, actionItems }) => (
            <li key={id} className="space-y-2 py-4">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link
                  href={`/meetings/${meeting.id}`}
                  prefetch={false}
                  className="font-semibold text-link hover:underline"
                >
                  {forum}, {formatDate(meeting.heldOn, locale, 'long')}
                </Link>
                <span className="text-sm text-muted">
                  {outcome === 'pending' ? t('nothing') : minutes(`outcome.${outcome}`)}{' '}
                  {visibility !== 'forum' && <Tag tone="warn">{minutes(`only.${visibility}`)}</Tag>}
                </span>
              </p>
              {title !== topic.title && <p className="wrap-anywhere">{title}</p>}
              <AttachmentList attachments={attached.get(id)} locale={locale} />
              {decisions.length > 0 && (
                <div>
                  <h3 className="text-sm font-semibold text-muted">{t('decided')}</h3>
                  <ul className="list-disc pl-5">
                    {decisions.map((decision) => (
                      <li key={decision.id} className="whitespace-pre-line wrap-anywhere">
                        {decision.body}{' '}
                        <Link
                          href={`/decisions/${decision.id}`}
                          prefetch={false}
                          className="text-sm text-link hover:underline"
                        >
                          {decisionName(decision)}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              {actionItems.length > 0 && (
                <div>
                  <h3 className="text-sm font-semibold text-muted">{t('agreed')}</h3>
                  <ul className="list-disc pl-5">
                    {actionItems.map((item) => (
                      <li key={item.id}>
                        <Link
                          href={`/action-items/${item.id}`}
                          prefetch={false}
                          className="text-link wrap-anywhere hover:underline"
                        >
                          {item.title}
                        </Link>{' '}
                        <span className="text-sm text-muted">
                          {t('due', { date: formatDate(item.dueOn, locale, 'long') })}
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </li>
          ),
        )}
      </ol>
    </section>
  )
}
