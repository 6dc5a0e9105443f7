import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import type { Locale } from '@/lib/format'
import type { AttendanceFigures } from '../queries'
import { CrossTable } from './cross-table'

type Props = {
  figures: AttendanceFigures
  rowsAt: (filter: Record<string, string>) => string
  locale: Locale
}

/** Departments × forums, the whole period. */
export async function ByForum({ figures, rowsAt, locale }: Props) {
  const t = await getTranslations('attendance')
  return (
    <Card title={t('byForum')}>
      <CrossTable
        label={t('byForum')}
        corner={t('department')}
        total={t('total')}
        rows={figures.departments.map(({ id, shortName, name }) => ({
          key: id,
          name: shortName,
          shown: (
            <abbr title={name} className="font-semibold no-underline">
              {shortName}
            </abbr>
          ),
          filter: { department: id },
        }))}
        columns={figures.forums.map(({ id, slug, shortName, mark }) => ({
          key: id,
          name: shortName,
          shown: (
            <>
              <ForumMark mark={mark} className="mr-2" />
              {shortName}
            </>
          ),
          filter: { forum: slug },
        }))}
        rowOf={({ partyId }) => partyId}
        columnOf={({ forumId }) => forumId}
        attended={figures.rows}
        rowsAt={rowsAt}
        locale={locale}
      />
    </Card>
  )
}
