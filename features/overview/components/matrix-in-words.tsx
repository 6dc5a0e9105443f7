import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import { formatDate, type Locale } from '@/lib/format'
import type { ForumState } from '../queries/overview'

type Props = { forums: ForumState[]; locale: Locale }

/** The matrix for those who read rather than look; each meeting leads to its attendance. */
export async function MatrixInWords({ forums, locale }: Props) {
  const t = await getTranslations('overview.matrix')
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <Th>{t('forum')}</Th>
          <Th>{t('department')}</Th>
          <Th>{t('meetings')}</Th>
          <Th numeric>{t('open')}</Th>
          <Th numeric>{t('lateColumn')}</Th>
          <Th numeric>{t('vacantColumn')}</Th>
        </tr>
      </thead>
      <tbody>
        {forums.flatMap(({ forum, departments }) =>
          departments.map(({ department, meetings, vacant, open, late }) => (
            <tr key={`${forum.id} ${department.id}`}>
              <Td>{forum.shortName}</Td>
              <Td>{department.shortName}</Td>
              <Td>
                {meetings.map(({ id, heldOn, presence }) => (
                  <Link
                    key={id}
                    href={`/meetings/${id}`}
                    prefetch={false}
                    className="mr-3 inline-block whitespace-nowrap hover:underline"
                  >
                    {formatDate(heldOn, locale, 'numeric')} {t(`presence.${presence ?? 'none'}`)}
                  </Link>
                ))}
              </Td>
              <Td numeric>{open}</Td>
              <Td numeric>{late}</Td>
              <Td numeric>{vacant}</Td>
            </tr>
          )),
        )}
      </tbody>
    </Table>
  )
}
