import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { localTime } from '@/lib/dates'
import { smtp } from '@/lib/env'
import { formatTime, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { MailCount } from '../queries'
import type { Sending } from '../rules'
import { regretSendingAction, resumeSendingAction } from '../server-actions'

type Props = {
  mail: MailCount[]
  meetingId: string
  sending: Sending
  viewer: Viewer
  locale: Locale
  now: Date
}

/** How far the mails have come; as long as some have not left, the sending can be taken back. */
export async function MailState({ mail, meetingId, sending, viewer, locale, now }: Props) {
  const t = await getTranslations('outbox')
  if (mail.length === 0) return null
  const sentence = ({ state, count, leavesAt }: MailCount) => {
    if (state !== 'waiting') return t(`summary.${state}`, { count })
    if (leavesAt && leavesAt > now)
      return t('summary.waitingUntil', { count, time: formatTime(localTime(leavesAt), locale) })
    return t(smtp() ? 'summary.waiting' : 'summary.waitingForServer', { count })
  }
  const hidden = { meetingId, document: sending }
  const convenes = can.conveneMeetings(viewer)
  return (
    <div className="mt-2 space-y-3 text-sm">
      <p>
        {mail.map(sentence).join(' ')}{' '}
        {convenes && (
          <Link
            href={`/admin/outbox?meeting=${meetingId}&kind=${sending}`}
            className="text-link underline hover:no-underline"
          >
            {t('regret.see')}
          </Link>
        )}
      </p>
      {convenes && mail.some(({ state }) => state === 'waiting') && (
        <ActionForm
          action={regretSendingAction}
          hidden={hidden}
          submit={t('regret.submit')}
          submitVariant="secondary"
          size="small"
        >
          <p className="max-w-[60ch] text-muted">{t(`regret.${sending}`)}</p>
        </ActionForm>
      )}
      {convenes && mail.some(({ regretted }) => regretted > 0) && (
        <ActionForm
          action={resumeSendingAction}
          hidden={hidden}
          submit={t('regret.resume')}
          submitVariant="secondary"
          size="small"
        />
      )}
    </div>
  )
}
