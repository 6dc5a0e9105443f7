import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Table, Td, Th } from '@/components/ui/table'
import { formatDate, formatNumber, type Locale } from '@/lib/format'
import type { Row } from '../queries/ledger'
import type { listRowsBehind } from '../queries/report'
import { countAgain, printed } from '../rules'

const ON_A_PAGE = 200

type Behind = Pick<ReturnType<typeof listRowsBehind>, 'name' | 'how' | 'unit' | 'rows'>
type Props = { behind: Behind; page: number; hrefOf: (page: number) => string; locale: Locale }

/** The rows one figure was counted from, and what they make when they are counted again. */
export async function RowsBehind({ behind: { name, how, unit, rows }, page: asked, hrefOf, locale }: Props) {
  const t = await getTranslations('reports.rows')
  const pages = Math.max(1, Math.ceil(rows.length / ON_A_PAGE))
  const page = Math.min(asked, pages)
  const shown = rows.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  const has = {
    whose: rows.some(({ whose }) => whose),
    when: rows.some(({ when }) => when),
    amount: how !== 'count',
  }
  const amountOf = ({ amount, told }: Row) => {
    if (told !== undefined || amount === undefined) return told ?? ''
    if (how === 'share') return t(amount ? 'yes' : 'no')
    return printed(amount, how === 'ratio' ? 'money' : unit, locale)
  }
  const total = countAgain(how, rows)
  return (
    <>
      {total !== null && (
        <p className="mb-4 text-lg">
          {t(`result.${how}`, {
            rows: rows.length,
            part: formatNumber(rows.filter(({ amount }) => amount === 1).length, locale),
            total: printed(total, unit, locale),
          })}
        </p>
      )}
      <Table label={name}>
        <thead>
          <tr>
            <Th>{t('what')}</Th>
            {has.whose && <Th>{t('whose')}</Th>}
            {has.when && <Th>{t('when')}</Th>}
            {has.amount && <Th numeric>{t('amount')}</Th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <tr key={at}>
              <Th scope="row" className="wrap-break-word">
                {row.href ? (
                  <Link
                    href={row.href}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center text-link hover:underline"
                  >
                    {row.what}
                  </Link>
                ) : (
                  row.what
                )}
              </Th>
              {has.whose && <Td>{row.whose}</Td>}
              {has.when && (
                <Td className="whitespace-nowrap">{row.when && formatDate(row.when, locale, 'numeric')}</Td>
              )}
              {has.amount && (
                <Td numeric className="whitespace-nowrap">
                  {amountOf(row)}
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {pages > 1 && (
        <nav aria-label={t('pages')} className="no-print mt-4 flex flex-wrap items-center gap-3">
          <p className="mr-auto">{t('page', { page, pages })}</p>
          {page > 1 && <ButtonLink href={hrefOf(page - 1)}>{t('previous')}</ButtonLink>}
          {page < pages && <ButtonLink href={hrefOf(page + 1)}>{t('next')}</ButtonLink>}
        </nav>
      )}
    </>
  )
}
