import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { DateField } from '@/components/ui/text-field'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { getSeat } from '../queries'
import { changeSeatAction, endSeatAction, withdrawSeatAction } from '../server-actions'
import { KindField } from './kind-field'

type Props = { seat: ReturnType<typeof getSeat>; today: PlainDate; locale: Locale }

/** To end a seat, to correct how it was written down, or to take it back. */
export async function SeatForms({ seat, today, locale }: Props) {
  const t = await getTranslations('seats')
  const { id, version, person, kind, validFrom, validTo, meetings } = seat
  const typed = (date: PlainDate | null) => (date ? formatDate(date, locale, 'numeric') : '')
  const running = validTo === null || validTo > today
  return (
    <div className="space-y-6">
      {running && validFrom <= today && (
        <Card title={t('seat.end')}>
          <ActionForm
            id="end"
            action={endSeatAction}
            hidden={{ id, version }}
            submit={t('seat.endSubmit')}
            submitVariant="danger"
          >
            <DateField
              name="endsOn"
              label={t('seat.endsOn')}
              hint={t('seat.endHint', { person: person.name })}
              defaultValue={typed(today)}
            />
          </ActionForm>
        </Card>
      )}
      <Card title={t('seat.correct')}>
        <ActionForm
          id="seat"
          action={changeSeatAction}
          hidden={{ id, version }}
          submit={t('seat.save')}
          submitVariant="secondary"
        >
          <p className="text-sm text-muted">{t('seat.correctHint')}</p>
          <KindField defaultValue={kind} />
          <DateField name="validFrom" label={t('field.validFrom')} defaultValue={typed(validFrom)} />
          <DateField
            name="validTo"
            label={t('field.validTo')}
            hint={t('field.validToHint')}
            optional
            defaultValue={typed(validTo)}
          />
        </ActionForm>
        {meetings === 0 && (
          <Disclosure summary={t('seat.withdraw')} className="mt-4">
            <p className="mb-3 text-sm text-muted">{t('seat.withdrawHint')}</p>
            <ActionForm
              id="withdraw"
              action={withdrawSeatAction}
              hidden={{ id, version }}
              submit={t('seat.withdraw')}
              submitVariant="danger"
            />
          </Disclosure>
        )}
      </Card>
    </div>
  )
}
