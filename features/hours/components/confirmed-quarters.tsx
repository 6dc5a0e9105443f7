import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table, Td, Th } from '@/components/ui/table'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { listConfirmedQuarters } from '../queries/confirmation'
import type { Quarter } from '../rules'

type Props = { departments: ReturnType<typeof listConfirmedQuarters>; quarters: Quarter[]; locale: Locale }

/** Which departments have confirmed which quarters; one's own open. */
export async function ConfirmedQuarters({ departments, quarters, locale }: Props) {
  const t = await getTranslations('hours')
  return (
    <Card title={t('confirm.departments')}>
      <Table label={t('confirm.departments')}>
        <thead>
          <tr>
            <Th>{t('department')}</Th>
            {quarters.map(({ year, quarter }) => (
              <Th key={`${year} ${quarter}`}>
                {t('quarterOf', { quarter: String(quarter), year: String(year) })}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map(({ id, shortName, mayRead, quarters: own }) => (
            <tr key={id}>
              <Th scope="row">{shortName}</Th>
              {own.map(({ year, quarter, at }) => {
                const said = at
                  ? t('confirm.on', { date: formatDate(plainDateOf(at), locale, 'numeric') })
                  : t('confirm.missing')
                return (
                  <Td key={`${year} ${quarter}`} className="whitespace-nowrap">
                    {mayRead ? (
                      <Link
                        href={`/hours/confirm?department=${id}&year=${year}&quarter=${quarter}`}
                        prefetch={false}
                        className="inline-flex min-h-6 items-center text-link hover:underline"
                      >
                        {said}
                      </Link>
                    ) : (
                      <span className={at ? undefined : 'text-muted'}>{said}</span>
                    )}
                  </Td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
