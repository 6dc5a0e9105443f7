import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { formatDate, type Locale } from '@/lib/format'
import type { ReplacedGroup } from '../queries/record'

/** The steering groups this forum replaced. The figure is the memo's own; illustrative rows are never counted (S14). */
export async function ReplacedGroups({ groups, locale }: { groups: ReplacedGroup[]; locale: Locale }) {
  const t = await getTranslations('forums.history')
  const isIllustrative = ({ source }: ReplacedGroup) => source.includes('illustrativ')
  return (
    <>
      <p className="mb-3 text-sm text-muted">
        {t('note')} {groups.some(isIllustrative) && t('illustrativeHint')}
      </p>
      <ul>
        {groups.map((group) => (
          <li key={group.id} className="border-b border-line py-2 last:border-b-0">
            <span className="mr-2">{group.name}</span>
            {isIllustrative(group) && <Tag>{t('illustrative')}</Tag>}
            <span className="block text-sm text-muted">
              {group.endedOn
                ? t('until', { plan: group.plan, date: formatDate(group.endedOn, locale, 'long') })
                : group.plan}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
