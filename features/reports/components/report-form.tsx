import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Choices, DayChoice } from '@/components/ui/choices'
import { listForums } from '@/features/forums/queries/forums'
import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import type { ReportAddress } from '../input'
import { listReportParties, readersOf } from '../queries/scope'
import { offeredPeriods, periodOf } from '../rules'

type Props = { viewer: Viewer; chosen?: ReportAddress; today: PlainDate }

/** A plain form: the report it asks for stands in the address. */
export async function ReportForm({ viewer, chosen, today }: Props) {
  const t = await getTranslations('reports')
  const forums = listForums(viewer, today)
  const readers = [
    ...(readersOf(viewer).includes('committee') ? [{ value: '', label: t('reader.committee') }] : []),
    ...listReportParties(viewer).map(({ id, shortName }) => ({ value: id, label: shortName })),
  ]
  const { from, to, forum, party } = chosen ?? {}
  const offered = offeredPeriods(today)
  const period = from && to ? periodOf({ from, to }) : offered[0]
  const periods = [...new Set([...offered, ...(period ? [period] : [])])].map((value) => {
    const [year = '', quarter] = value.split('-')
    return { value, label: quarter ? t('quarter', { quarter, year }) : year }
  })
  return (
    <form method="get" action="/reports/account" className="flex flex-wrap items-end gap-x-4 gap-y-3 text-sm">
      {readers.length > 1 && (
        <Choices name="party" label={t('readerLabel')} chosen={party} choices={readers} />
      )}
      {forums.length > 1 && (
        <Choices
          name="forum"
          label={t('forumLabel')}
          chosen={forum}
          choices={[
            { value: '', label: t('allForums') },
            ...forums.map(({ slug, shortName }) => ({ value: slug, label: shortName })),
          ]}
        />
      )}
      <Choices
        name="period"
        label={t('periodLabel')}
        chosen={period ?? ''}
        choices={period ? periods : [{ value: '', label: t('twoDates') }, ...periods]}
      />
      <DayChoice name="from" label={t('from')} chosen={period ? undefined : from} />
      <DayChoice name="to" label={t('to')} chosen={period ? undefined : to} />
      <Button variant="primary" className="text-sm">
        {t('show')}
      </Button>
    </form>
  )
}
