import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { PressForm } from '@/components/ui/press-form'
import { SelectField } from '@/components/ui/select-field'
import { DateField } from '@/components/ui/text-field'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listOwnAbsences, listPossibleDeputies } from '../queries'
import { endAbsenceAction, setAbsenceAction } from '../server-actions'

type Props = { viewer: Viewer; today: PlainDate; locale: Locale }

/** When one is away, and who stands in meanwhile. */
export async function OwnAbsence({ viewer, today, locale }: Props) {
  const t = await getTranslations('me.absence')
  const deputies = listPossibleDeputies(viewer)
  const long = (day: PlainDate) => formatDate(day, locale, 'long')
  return (
    <>
      <p className="mb-4 max-w-[65ch] text-sm text-muted">{t('lead')}</p>
      <ul>
        {listOwnAbsences(viewer, today).map(({ id, fromDay, toDay, deputy }) => {
          const days = { from: long(fromDay), to: long(toDay) }
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2"
            >
              <span>{t('line', { ...days, deputy })}</span>
              <PressForm action={endAbsenceAction} hidden={{ id }} variant="quiet" size="small">
                {t.rich('end', {
                  ...days,
                  hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden>,
                })}
              </PressForm>
            </li>
          )
        })}
      </ul>
      {deputies.length === 0 ? (
        <p className="text-muted">{t('noColleague', { party: viewer.partyName })}</p>
      ) : (
        <ActionForm id="absence" action={setAbsenceAction} submit={t('save')} submitVariant="secondary">
          <div className="mt-4 flex flex-wrap gap-x-6 gap-y-4">
            <DateField name="fromDay" label={t('from')} />
            <DateField name="toDay" label={t('to')} />
          </div>
          <SelectField
            name="deputyId"
            label={t('deputy')}
            empty={t('choose')}
            options={deputies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </ActionForm>
      )}
    </>
  )
}
