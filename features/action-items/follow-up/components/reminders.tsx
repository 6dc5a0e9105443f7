import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { TextArea } from '@/components/ui/text-area'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { ActionItemDetail } from '../../queries/detail'
import { isPressing } from '../../rules'
import { listReminders, remindersStopped } from '../queries'
import { resumeRemindersAction, stopRemindersAction } from '../server-actions'

type Props = { item: ActionItemDetail; viewer: Viewer; locale: Locale }

/** Who was reminded of the item and when, and, for the coordinator, an end to it. */
export async function Reminders({ item, viewer, locale }: Props) {
  const reminders = listReminders(viewer, item)
  const stopped = can.readActionItemStory(viewer, item) ? remindersStopped(viewer, item.id) : null
  const settles = can.settleActionItems(viewer) && isPressing(item.state)
  if (reminders.length === 0 && !stopped && !settles) return null
  const t = await getTranslations('actionItems.reminders')
  const hidden = { id: item.id, version: String(item.version) }
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-sm font-semibold text-muted">{t('title')}</h2>
      {reminders.length === 0 && !stopped && <p className="text-muted">{t('none')}</p>}
      {stopped && (
        <p className="max-w-[70ch] whitespace-pre-line wrap-anywhere">
          {t('stopped', {
            date: formatDate(plainDateOf(stopped.at), locale, 'long'),
            reason: stopped.reason,
          })}
        </p>
      )}
      <ul>
        {reminders.map(({ id, rung, person, remindedAt, dueOn }) => (
          <li key={id}>
            {t(`rung.${rung}`, { person, due: formatDate(dueOn, locale, 'long') })}{' '}
            <span className="text-sm text-muted">{formatDate(plainDateOf(remindedAt), locale, 'long')}</span>
          </li>
        ))}
      </ul>
      {settles && stopped && (
        <PressForm action={resumeRemindersAction} hidden={hidden} size="small" className="mt-2">
          {t('resume')}
        </PressForm>
      )}
      {settles && !stopped && (
        <Disclosure summary={t('stop')} className="no-print mt-1">
          <ActionForm
            id="stop-reminders"
            action={stopRemindersAction}
            hidden={hidden}
            submit={t('stop')}
            submitVariant="secondary"
          >
            <TextArea name="reason" label={t('reason')} rows={2} maxLength={1000} />
          </ActionForm>
        </Disclosure>
      )}
    </section>
  )
}
