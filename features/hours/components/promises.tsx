import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table, Td, Th } from '@/components/ui/table'
import { formatList, formatMinutes, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { HourAccount } from '../queries/accounts'
import { QUARTERS } from '../rules'
import { PromiseForms } from './promise-forms'

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
export async function Promises({ viewer, year, accounts, editing, locale, ...rest }: Props) {
  const t = await getTranslations('hours')
  const promises = accounts.flatMap(({ promised, party, quarter }) =>
    promised ? { ...promised, party, quarter } : [],
  )
  const mayPromise = can.promiseHours(viewer)
  if (promises.length === 0 && !mayPromise) return null
  const name = { year: String(year) }
  const alike = Map.groupBy(promises, ({ party, minutes, source }) => `${party} ${minutes} ${source}`)
  return (
    <div id="promises">
      <Card title={t('promises.title', name)}>
        {promises.length === 0 && <p className="text-muted">{t('promises.none', name)}</p>}
        {promises.length > 0 && !(mayPromise && editing) && (
          <Table label={t('promises.title', name)}>
            <thead>
              <tr>
                <Th>{t('department')}</Th>
                <Th>{t('promises.quarters')}</Th>
                <Th numeric>{t('promises.each')}</Th>
                <Th className="pl-6">{t('promises.source')}</Th>
              </tr>
            </thead>
            <tbody>
              {[...alike].map(([key, own]) => (
                <tr key={key}>
                  <Th scope="row">{own[0]?.party}</Th>
                  <Td>
                    {own.length === QUARTERS.length
                      ? t('promises.allQuarters')
                      : formatList(
                          own.map(({ quarter }) => t('quarter', { quarter: String(quarter) })),
                          locale,
                        )}
                  </Td>
                  <Td numeric className="whitespace-nowrap">
                    {formatMinutes(own[0]?.minutes ?? 0, locale)}
                  </Td>
                  <Td className="min-w-52 pl-6">{own[0]?.source}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {mayPromise && editing && <PromiseForms {...{ promises, year, locale, ...rest }} />}
        {mayPromise && !editing && (
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
