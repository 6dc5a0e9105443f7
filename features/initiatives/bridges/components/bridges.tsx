import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField } from '@/components/ui/select-field'
import { Table, Td, Th } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { addMonths, type PlainDate, quarterOf } from '@/lib/dates'
import { formatNumber, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { InitiativeDetail } from '../../queries'
import { listBridgeCounts } from '../queries'
import type { Shown } from '../rules'
import { countBridgeAction } from '../server-actions'

type Props = { initiative: InitiativeDetail; viewer: Viewer; today: PlainDate; locale: Locale }

const QUARTERS_BACK = 8

/** How many were met and how many led on, quarter by quarter; one to four are shown as "under 5". */
export async function Bridges({ initiative, viewer, today, locale }: Props) {
  const t = await getTranslations('initiatives.bridges')
  const { rows, contacts, ledOn } = listBridgeCounts(viewer, initiative.id)
  const mayCount = can.countBridges(viewer, initiative) && initiative.offers.length > 0
  if (rows.length === 0 && !mayCount) return null
  const said = (count: Shown) => {
    if (typeof count === 'number') return formatNumber(count, locale)
    return typeof count === 'string' ? t(count) : t('atLeast', { count: formatNumber(count.atLeast, locale) })
  }
  const name = (year: number, quarter: number) =>
    t('quarter', { quarter: String(quarter), year: String(year) })
  const quarters = Array.from({ length: QUARTERS_BACK }, (_, back) => quarterOf(addMonths(today, -3 * back)))
  return (
    <Card title={t('title')}>
      {rows.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <>
          <p className="mb-3">{t('sentence', { contacts: said(contacts), ledOn: said(ledOn) })}</p>
          <Table label={t('title')}>
            <thead>
              <tr>
                <Th>{t('period')}</Th>
                <Th>{t('offer')}</Th>
                <Th numeric>{t('contacts')}</Th>
                <Th numeric>{t('ledOn')}</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.year} ${row.quarter} ${row.offer}`}>
                  <Th scope="row">{name(row.year, row.quarter)}</Th>
                  <Td>{row.offer}</Td>
                  <Td numeric>{said(row.contacts)}</Td>
                  <Td numeric>{said(row.ledOn)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <a
            href={`/initiatives/${initiative.id}/bridges.csv`}
            download
            className="no-print mt-3 inline-flex min-h-6 items-center text-sm text-link hover:underline"
          >
            {t('export')}
          </a>
        </>
      )}
      {mayCount && (
        <Disclosure summary={t('count')} className="no-print mt-2">
          <ActionForm
            id="bridge"
            action={countBridgeAction}
            hidden={{ initiativeId: initiative.id }}
            submit={t('save')}
            submitVariant="secondary"
          >
            <SelectField
              name="offerId"
              label={t('offer')}
              options={initiative.offers.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <SelectField
              name="period"
              label={t('period')}
              options={quarters.map(({ year, quarter }) => ({
                value: `${year}-${quarter}`,
                label: name(year, quarter),
              }))}
            />
            <TextField
              name="contacts"
              label={t('contacts')}
              hint={t('hint')}
              inputMode="numeric"
              width="short"
            />
            <TextField name="ledOn" label={t('ledOn')} inputMode="numeric" width="short" />
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  )
}
