import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Table, Td, Th } from '@/components/ui/table'
import { DateField, TextField } from '@/components/ui/text-field'
import type { MinutesState } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Invited } from '../../recipients/queries'
import { approveMinutesAction, sendMinutesAction } from '../server-actions'

type Props = {
  meetingId: string
  state: MinutesState
  people: Invited[]
  changedSinceSent: boolean
  /** Nothing is missing. */
  complete: boolean
  /** Straight from the meeting, and nothing is missing. */
  ready: boolean
  /** The usual last day of a review. */
  until: PlainDate
  locale: Locale
}

/** The rehearsal of sending: who gets which edition, and the press that does it. */
export async function SendMinutes({
  meetingId,
  state,
  people,
  changedSinceSent,
  complete,
  ready,
  until,
  locale,
}: Props) {
  const t = await getTranslations('minutes.send')
  const count = people.length
  const overrule = complete ? null : (
    <TextField name="overruleReason" label={t('overrule')} hint={t('overruleHint')} optional />
  )
  return (
    <Card title={t('title')} className="no-print">
      {state === 'in_review' ? (
        <>
          <p className="mb-4">{t(changedSinceSent ? 'leadCorrected' : 'leadReviewed')}</p>
          <ActionForm
            action={approveMinutesAction}
            hidden={{ meetingId }}
            submit={changedSinceSent ? t('approveCorrected', { count }) : t('approve')}
          />
        </>
      ) : (
        <>
          <p className="mb-4">{t('lead')}</p>
          <ActionForm
            action={sendMinutesAction}
            hidden={{ meetingId, mode: 'approve' }}
            submit={t('approveAndSend', { count })}
            focusSubmit={ready}
          >
            {overrule}
          </ActionForm>
          <Disclosure summary={t('reviewFirst')} className="mt-3">
            <ActionForm
              action={sendMinutesAction}
              hidden={{ meetingId, mode: 'review' }}
              submit={t('review', { count })}
              submitVariant="secondary"
            >
              <DateField
                name="until"
                label={t('until')}
                hint={t('untilHint')}
                defaultValue={formatDate(until, locale, 'numeric')}
              />
              {overrule}
            </ActionForm>
          </Disclosure>
        </>
      )}
      <Disclosure summary={t('who', { count })} className="mt-3">
        <Table label={t('recipients')}>
          <thead>
            <tr>
              <Th>{t('person')}</Th>
              <Th>{t('party')}</Th>
              <Th>{t('edition')}</Th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ personId, name, party, edition }) => (
              <tr key={personId}>
                <Th scope="row">{name}</Th>
                <Td>{party}</Td>
                <Td>{t(`editions.${edition}`)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </Card>
  )
}
