import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { formatList } from '@/lib/format'
import type { Gaps } from '../queries/gaps'

/** What is missing before the minutes can be sent, by name, and the way to it. */
export async function GapList({ meetingId, gaps }: { meetingId: string; gaps: Gaps }) {
  const [t, locale] = await Promise.all([getTranslations('minutes.gaps'), getLocale()])
  if (gaps.attendance.length + gaps.items.length === 0) return null
  const items = gaps.items.map(({ number, title }) => `${number} ${title}`)
  return (
    <Banner tone="warn" title={t('title')}>
      <ul className="my-2 list-disc pl-5">
        {gaps.attendance.length > 0 && (
          <li>
            {t('attendance', {
              names: formatList(
                gaps.attendance.map(({ name }) => name),
                locale,
              ),
            })}
          </li>
        )}
        {gaps.items.length > 0 && <li>{t('outcomes', { items: formatList(items, locale) })}</li>}
      </ul>
      <ButtonLink href={`/meetings/${meetingId}/workspace`} size="small">
        {t('go')}
      </ButtonLink>
    </Banner>
  )
}
