import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { TextArea } from '@/components/ui/text-area'
import { formatDate, formatTime, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { MeetingDetail } from '../queries'
import { WhoIsTold } from '../recipients/components/who-is-told'
import { listWhoIsTold } from '../recipients/queries'
import { isBeforeHeld, mayBecome } from '../rules'
import { announceMeetingAction, cancelMeetingAction, changeMeetingAction } from '../server-actions'
import { MeetingFacts } from './meeting-facts'
import { MeetingFields } from './meeting-fields'
import { MeetingState } from './meeting-state'

type Props = { meeting: MeetingDetail; viewer: Viewer; locale: Locale }

/** The meeting itself beside its agenda: to move, to announce, to cancel. */
export async function MeetingDetails({ meeting, viewer, locale }: Props) {
  const t = await getTranslations('meetings')
  const mail = await getTranslations('mail')
  const { id, state, version } = meeting
  const invited = listWhoIsTold(viewer, meeting, 'save_the_date')
  const told = listWhoIsTold(viewer, meeting, 'meeting_moved')
  const words = {
    forum: meeting.forum.name,
    date: formatDate(meeting.heldOn, locale, 'full'),
    time: formatTime(meeting.startsAt, locale),
  }
  return (
    <Card title={t('details.title')} action={<MeetingState state={state} />}>
      <MeetingFacts meeting={meeting} viewer={viewer} locale={locale} />
      {mayBecome(state, 'announced') && (
        <div className="mt-4">
          <PressForm action={announceMeetingAction} hidden={{ id }}>
            {t('details.announce')}
          </PressForm>
          <p className="mt-1 text-sm text-muted">{t('details.announceHint')}</p>
          <WhoIsTold people={invited} subject={mail('saveTheDate.subject', words)} why={t('told.seated')} />
        </div>
      )}
      {isBeforeHeld(state) && (
        <div className="mt-4 space-y-1">
          <Disclosure summary={t('details.change')}>
            <ActionForm
              id="meeting"
              action={changeMeetingAction}
              hidden={{ id, version }}
              submit={t('details.save')}
            >
              {state !== 'planned' && <p className="text-sm text-muted">{t('details.visibleAtOnce')}</p>}
              <MeetingFields known={meeting} locale={locale} />
              {state !== 'planned' && (
                <WhoIsTold
                  people={told}
                  subject={mail('moved.subject', {
                    ...words,
                    date: t('told.newDay'),
                    time: t('told.newTime'),
                  })}
                  why={t('told.moved')}
                />
              )}
            </ActionForm>
          </Disclosure>
          <Disclosure summary={t('details.cancel')}>
            <ActionForm
              id="cancel"
              action={cancelMeetingAction}
              hidden={{ id }}
              submit={t('details.cancelSubmit')}
              submitVariant="danger"
            >
              {state !== 'planned' && (
                <>
                  <p className="text-sm text-muted">{t('details.cancelHint')}</p>
                  <WhoIsTold
                    people={told}
                    subject={mail('cancelled.subject', words)}
                    why={t('told.calendar')}
                  />
                </>
              )}
              <TextArea
                name="reason"
                label={t('field.reason')}
                hint={t('field.reasonHint')}
                maxLength={1000}
              />
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </Card>
  )
}
