import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { TextArea } from '@/components/ui/text-area'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { MeetingDetail } from '../queries'
import { isBeforeHeld, mayBecome } from '../rules'
import { announceMeetingAction, cancelMeetingAction, changeMeetingAction } from '../server-actions'
import { MeetingFacts } from './meeting-facts'
import { MeetingFields } from './meeting-fields'
import { MeetingState } from './meeting-state'

type Props = { meeting: MeetingDetail; viewer: Viewer; locale: Locale }

/** The meeting itself beside its agenda: to move, to announce, to cancel. */
export async function MeetingDetails({ meeting, viewer, locale }: Props) {
  const t = await getTranslations('meetings')
  const { id, state, version } = meeting
  return (
    <Card title={t('details.title')} action={<MeetingState state={state} />}>
      <MeetingFacts meeting={meeting} viewer={viewer} locale={locale} />
      {mayBecome(state, 'announced') && (
        <div className="mt-4">
          <PressForm action={announceMeetingAction} hidden={{ id }}>
            {t('details.announce')}
          </PressForm>
          <p className="mt-1 text-sm text-muted">{t('details.announceHint')}</p>
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
              {state !== 'planned' && <p className="text-sm text-muted">{t('details.cancelHint')}</p>}
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
