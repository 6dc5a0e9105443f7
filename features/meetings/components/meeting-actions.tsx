import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { PressForm } from '@/components/ui/press-form'
import type { PlainDate } from '@/lib/dates'
import { makeAgendaAction } from '../agenda/server-actions'
import { StartMeeting } from '../minutes/components/start-meeting'
import type { MeetingDetail } from '../queries'
import { isBeforeHeld } from '../rules'

type Props = {
  meeting: MeetingDetail
  today: PlainDate
  /** On its agenda. */
  items: number
  /** Items that the forum has not been sent. */
  unsent: number
}

const ROW = 'no-print my-6 flex flex-wrap items-center gap-x-5 gap-y-2'

/** The coordinator's next steps with a meeting; the likeliest is the filled button. */
export async function MeetingActions({ meeting, today, items, unsent }: Props) {
  const t = await getTranslations('meetings')
  const { id, state, heldOn, startedAt } = meeting
  if (state === 'cancelled') return null
  const address = `/meetings/${id}`
  if (!isBeforeHeld(state)) {
    if (state === 'closed') return null
    return (
      <div className={ROW}>
        {meeting.minutesSentAt === null && (
          <ButtonLink href={`${address}/minutes`} variant="primary">
            {t('writeMinutes')}
          </ButtonLink>
        )}
        <ButtonLink href={`${address}/workspace`} variant="quiet">
          {t('workspace')}
        </ButtonLink>
      </div>
    )
  }
  if (items === 0) {
    const ts = await getTranslations('series')
    return (
      <div className={ROW}>
        <PressForm action={makeAgendaAction} hidden={{ id }} variant="primary">
          {ts('makeAgenda')}
        </PressForm>
        <span className="text-muted">{ts('noAgenda')}</span>
      </div>
    )
  }
  const due = heldOn <= today || startedAt !== null
  return (
    <div className={ROW}>
      {startedAt ? (
        <ButtonLink href={`${address}/workspace`} variant="primary">
          {t('continue')}
        </ButtonLink>
      ) : (
        <StartMeeting meetingId={id} variant={due ? 'primary' : 'secondary'}>
          {t(heldOn < today ? 'log' : 'start')}
        </StartMeeting>
      )}
      {unsent > 0 && (
        <ButtonLink href={`${address}/agenda/send`} variant={due ? 'secondary' : 'primary'}>
          {t(state === 'agenda_sent' ? 'sendSupplement' : 'sendAgenda')}
        </ButtonLink>
      )}
      <ButtonLink href={`${address}/agenda`} variant="quiet">
        {t('editAgenda')}
      </ButtonLink>
    </div>
  )
}
