import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table, Td, Th } from '@/components/ui/table'
import { NOTHING } from '../../input'
import type { Figures, Times } from '../queries'
import { Bars } from './bars'

type Row = Times & { id: string | null; name: string; asked: number; refused?: number }
type Props = {
  figures: Figures
  themeNames: Map<string, string>
  /** The list of the rows a figure was counted from. */
  rowsAt: (filter: Record<string, string>) => string
}

/** Answer times and what was asked: a sentence, drawings, and tables in which each figure opens its rows. */
export async function FiguresCards({ figures, themeNames, rowsAt }: Props) {
  const t = await getTranslations('enquiries.figures')
  const { asked, answered, median, ninetieth, reopened, delayed } = figures
  const areas = figures.areas.map((row) => ({ ...row, name: row.name ?? t('noArea') }))
  const themes = figures.themes.map(({ id, asked: count }) => ({
    id,
    name: (id && themeNames.get(id)) || t('noTheme'),
    asked: count,
  }))
  return (
    <div className="space-y-6">
      <p className="max-w-[70ch] text-lg">
        {t('sentence', { asked, answered })}{' '}
        {median !== null && t('median', { median, ninetieth: ninetieth ?? median })}{' '}
        {t('reopened', { count: reopened })} {t('delayed', { count: delayed })}
      </p>
      {figures.departments.length > 0 && (
        <Card title={t('byDepartment')}>
          <TimesTable
            label={t('byDepartment')}
            first={t('department')}
            rows={figures.departments}
            rowsAt={(row, filter) => rowsAt({ department: row.id ?? '', ...filter })}
          />
        </Card>
      )}
      {areas.length > 0 && (
        <Card title={t('byForum')}>
          <TimesTable
            label={t('byForum')}
            first={t('area')}
            rows={areas}
            rowsAt={(row, filter) => rowsAt({ area: row.id ?? NOTHING, ...filter })}
          />
        </Card>
      )}
      {themes.length > 0 && (
        <Card title={t('byTheme')}>
          <Bars
            label={t('drawingCount')}
            rows={themes.map(({ name, asked: count }) => ({ name, values: [count] }))}
          />
          <Table label={t('byTheme')} className="mt-3">
            <thead>
              <tr>
                <Th>{t('theme')}</Th>
                <Th numeric>{t('asked')}</Th>
              </tr>
            </thead>
            <tbody>
              {themes.map(({ id, name, asked: count }) => (
                <tr key={name}>
                  <Th scope="row">{name}</Th>
                  <Td numeric>
                    <Figure value={count} href={rowsAt({ theme: id ?? NOTHING })} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
    </div>
  )
}

type TableProps = {
  label: string
  first: string
  rows: Row[]
  rowsAt: (row: Row, filter: Record<string, string>) => string
}

async function TimesTable({ label, first, rows, rowsAt }: TableProps) {
  const t = await getTranslations('enquiries.figures')
  const refused = rows.some((row) => row.refused !== undefined)
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t('drawing')}</p>
      <Bars
        label={`${label}. ${t('drawing')}`}
        rows={rows.map(({ name, median, ninetieth }) => ({ name, values: [median, ninetieth] }))}
      />
      <Table label={label} className="mt-3">
        <thead>
          <tr>
            <Th>{first}</Th>
            <Th numeric>{t('asked')}</Th>
            <Th numeric>{t('answered')}</Th>
            <Th numeric>{t('medianHead')}</Th>
            <Th numeric>{t('ninetieth')}</Th>
            {refused && <Th numeric>{t('refused')}</Th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <Th scope="row">{row.name}</Th>
              <Td numeric>
                <Figure value={row.asked} href={rowsAt(row, {})} />
              </Td>
              <Td numeric>
                <Figure value={row.answered} href={rowsAt(row, { answered: '1' })} />
              </Td>
              <Td numeric>{row.median ?? t('nothing')}</Td>
              <Td numeric>{row.ninetieth ?? t('nothing')}</Td>
              {refused && (
                <Td numeric>
                  <Figure value={row.refused ?? 0} href={rowsAt(row, { refused: '1' })} />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function Figure({ value, href }: { value: number; href: string }) {
  if (value === 0) return value
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 items-center text-link underline underline-offset-4"
    >
      {value}
    </Link>
  )
}
