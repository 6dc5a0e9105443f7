import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import { EXAMPLES } from '../exports'
import { type Column, LISTS, type ListName } from '../input'

/** What each column of a list holds, with an example. */
export async function ColumnTable({ list }: { list: ListName }) {
  const t = await getTranslations('imports')
  const columns: [string, Column][] = Object.entries(LISTS[list])
  return (
    <Table label={t('columnsTitle')}>
      <thead>
        <tr>
          <Th>{t('column')}</Th>
          <Th>{t('holds')}</Th>
          <Th>{t('example')}</Th>
        </tr>
      </thead>
      <tbody>
        {columns.map(([column, { optional }], index) => (
          <tr key={column}>
            <Th scope="row" className="font-semibold" lang="da">
              {column}
            </Th>
            <Td>
              {t(`holdsWhat.${column}` as 'holdsWhat.mail')} {optional && t('optional')}
            </Td>
            <Td lang="da">{EXAMPLES[list][index] || '–'}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
