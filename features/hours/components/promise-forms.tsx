import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { formatMinutes, type Locale } from '@/lib/format'
import { changeCommitmentAction, promiseHoursAction } from '../server-actions'
import { quarterChoices } from './quarter-choices'

type Props = {
  planId: string
  year: number
  promises: {
    id: string
    party: string
    quarter: number
    minutes: number
    source: string
    version: number
  }[]
  departments: { id: string; shortName: string }[]
  locale: Locale
}

/** Each promise to be corrected by itself, and one more. */
export async function PromiseForms({ planId, year, promises, departments, locale }: Props) {
  const t = await getTranslations('hours')
  return (
    <div className="no-print">
      <ul>
        {promises.map(({ id, party, quarter, minutes, source, version }) => (
          <li key={id} className="border-b border-line py-2">
            <p>
              <strong className="font-semibold">
                {party}, {t('quarter', { quarter: String(quarter) })}
              </strong>{' '}
              {formatMinutes(minutes, locale)} <span className="text-muted">{source}</span>
            </p>
            <Disclosure name="promises" summary={t('promises.change')} className="text-sm">
              <ActionForm
                id={`promise-${id}`}
                action={changeCommitmentAction}
                hidden={{ id, version }}
                submit={t('save')}
                submitVariant="secondary"
                size="small"
              >
                <HoursAndSource hours={formatMinutes(minutes, locale)} source={source} />
              </ActionForm>
            </Disclosure>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 mb-3 font-semibold">{t('promises.add')}</h3>
      <ActionForm
        id="promise"
        action={promiseHoursAction}
        hidden={{ planId }}
        submit={t('promises.add')}
        submitVariant="secondary"
      >
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <SelectField
            name="partyId"
            label={t('department')}
            options={departments.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
          <SelectField name="period" label={t('promises.quarter')} options={await quarterChoices(year)} />
        </div>
        <HoursAndSource />
      </ActionForm>
    </div>
  )
}

async function HoursAndSource({ hours, source }: { hours?: string; source?: string }) {
  const t = await getTranslations('hours.promises')
  return (
    <>
      <TextField name="hours" label={t('hours')} hint={t('hoursHint')} defaultValue={hours} width="short" />
      <TextField name="source" label={t('source')} hint={t('sourceHint')} defaultValue={source} />
    </>
  )
}
