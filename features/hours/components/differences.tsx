import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table, Td, Th } from '@/components/ui/table'
import { plainDateOf } from '@/lib/dates'
import { formatDate, formatMinutes, type Locale } from '@/lib/format'
import type { HourAccount } from '../queries/accounts'
import { standingOf } from '../rules'

type Props = {
  accounts: HourAccount[]
  locale: Locale
  /** Left out on the page of one plan. */
  planName?: (account: HourAccount) => string
}

/** Where what is computed today is not what the department confirmed: both figures, and why. Never silently. */
export async function Differences({ accounts, locale, planName }: Props) {
  const t = await getTranslations('hours')
  const differing = accounts.filter((account) => ['corrected', 'moved'].includes(standingOf(account)))
  if (differing.length === 0) return null
  return (
    <Card title={t('differences.title')} accent="warn">
      <Table label={t('differences.title')}>
        <thead>
          <tr>
            {planName && <Th>{t('plan')}</Th>}
            <Th>{t('department')}</Th>
            <Th>{t('differences.quarter')}</Th>
            <Th>{t('differences.figures')}</Th>
            <Th>{t('differences.why')}</Th>
          </tr>
        </thead>
        <tbody>
          {differing.map((account) => {
            const { partyId, planId, party, year, quarter, computed, confirmed } = account
            return (
              <tr key={`${partyId} ${planId} ${year} ${quarter}`}>
                {planName && <Th scope="row">{planName(account)}</Th>}
                <Td>{party}</Td>
                <Td className="whitespace-nowrap">{t('quarter', { quarter: String(quarter) })}</Td>
                <Td className="min-w-44">
                  {t('differences.both', {
                    computed: formatMinutes(computed, locale),
                    confirmed: formatMinutes(confirmed?.minutes ?? 0, locale),
                  })}
                </Td>
                <Td className="min-w-52">
                  {confirmed?.reason}
                  <span className="block text-sm text-muted">
                    {confirmed &&
                      t('differences.on', { date: formatDate(plainDateOf(confirmed.at), locale, 'long') })}
                    {standingOf(account) === 'moved' && ` ${t('differences.moved')}`}
                  </span>
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </Card>
  )
}
