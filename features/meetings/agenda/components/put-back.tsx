import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { formatDate, type Locale } from '@/lib/format'
import type { CarriedTopic } from '../../topics/queries'
import type { listRemovedItems } from '../queries'
import { carryTopicAction, restoreAgendaItemAction } from '../server-actions'

type Props = {
  meetingId: string
  removed: ReturnType<typeof listRemovedItems>
  carried: CarriedTopic[]
  locale: Locale
}

/** What one press brings onto the agenda: matters that were put off, and items that were taken off. */
export async function PutBack({ meetingId, removed, carried, locale }: Props) {
  const t = await getTranslations('agenda.edit')
  const about = (title: string) => ({
    title,
    hidden: (chunks: ReactNode) => <VisuallyHidden>{chunks}</VisuallyHidden>,
  })
  return (
    <>
      {carried.length > 0 && (
        <Card title={t('carried')}>
          <ul>
            {carried.map(({ topicId, title, since, carriedBecause }) => (
              <Line
                key={topicId}
                title={title}
                aside={t(`because.${carriedBecause}`, { date: formatDate(since, locale, 'long') })}
              >
                <PressForm action={carryTopicAction} hidden={{ meetingId, topicId }} size="small">
                  {t.rich('carry', about(title))}
                </PressForm>
              </Line>
            ))}
          </ul>
        </Card>
      )}
      {removed.length > 0 && (
        <Card title={t('removed')}>
          <ul>
            {removed.map(({ id, title }) => (
              <Line key={id} title={title}>
                <PressForm action={restoreAgendaItemAction} hidden={{ id }} size="small">
                  {t.rich('restore', about(title))}
                </PressForm>
              </Line>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

const Line = ({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2.5 last:border-b-0">
    <span className="min-w-0 wrap-anywhere">
      {title} {aside && <span className="text-sm text-muted">{aside}</span>}
    </span>
    {children}
  </li>
)
