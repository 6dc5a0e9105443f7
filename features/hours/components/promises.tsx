import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField } from '@/components/ui/select-field'
import { Table, Td, Th } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { formatMinutes, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { HourAccount } from '../queries/accounts'
import { QUARTERS } from '../rules'
import { changeCommitmentAction, promiseHoursAction } from '../server-actions'

type Props = {
  viewer: Viewer
  planId: string
  year: number
  accounts: HourAccount[]
  departments: { id: string; shortName: string }[]
  editing: boolean
  locale: Locale
}

/** What is promised, and where that is written; the team writes it down. */
export async function Promises({ viewer, planId, year, accounts, departments, editing, locale }: Props) {
  const t = await getTranslations('hours')
  const promises = accounts.flatMap(({ promised, party, quarter }) =>
    promised ? { ...promised, party, quarter } : [],
  )
  const promisesHours = can.promiseHours(viewer)
  const edits = promisesHours && editing
  if (promises.length === 0 && !promisesHours) return null
  return (
    <div id="promises">
      <Card title={t('promises.title', { year: String(year) })}>
        {promises.length === 0 ? (
          <p className="text-muted">{t('promises.none', { year: String(year) })}</p>
        ) : (
          <Table label={t('promises.title', { year: String(year) })}>
            <thead>
              <tr>
                <Th>{t('department')}</Th>
                <Th>{t('promises.quarter')}</Th>
                <Th numeric>{t('promised')}</Th>
                <Th>{t('promises.source')}</Th>
              </tr>
            </thead>
            <tbody>
              {promises.map(({ id, party, quarter, minutes, source, version }) => (
                <tr key={id}>
                  <Th scope="row">{party}</Th>
                  <Td className="whitespace-nowrap">{t('quarter', { quarter: String(quarter) })}</Td>
                  <Td numeric className="whitespace-nowrap">
                    {formatMinutes(minutes, locale)}
                  </Td>
                  <Td className="min-w-52">
                    {source}
                    {edits && (
                      <Disclosure name="promises" summary={t('promises.change')} className="no-print text-sm">
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
                    )}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {edits && (
          <ActionForm
            id="promise"
            action={promiseHoursAction}
            hidden={{ planId }}
            submit={t('promises.add')}
            submitVariant="secondary"
            className="no-print mt-5"
          >
            <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
              <SelectField
                name="partyId"
                label={t('department')}
                options={departments.map(({ id, shortName }) => ({ value: id, label: shortName }))}
              />
              <SelectField name="period" label={t('promises.quarter')} options={await quartersOf(year)} />
            </div>
            <HoursAndSource />
          </ActionForm>
        )}
        {promisesHours && !edits && (
          <Link
            href={`?year=${year}&edit=promises#promises`}
            prefetch={false}
            className="no-print mt-2 inline-flex min-h-6 items-center text-sm text-link hover:underline"
          >
            {t('promises.edit')}
          </Link>
        )}
      </Card>
    </div>
  )
}

/** The quarters of a year, as a form names them. */
export async function quartersOf(year: number) {
  const t = await getTranslations('hours')
  return QUARTERS.map((quarter) => ({
    value: `${year}-${quarter}`,
    label: t('quarterOf', { quarter: String(quarter), year: String(year) }),
  }))
}

async function HoursAndSource({ hours, source }: { hours?: string; source?: string }) {
  const t = await getTranslations('hours')
  return (
    <>
      <TextField
        name="hours"
        label={t('promises.hours')}
        hint={t('promises.hoursHint')}
        defaultValue={hours}
        width="short"
      />
      <TextField
        name="source"
        label={t('promises.source')}
        hint={t('promises.sourceHint')}
        defaultValue={source}
      />
    </>
  )
}
