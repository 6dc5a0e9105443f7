import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table, Td, Th } from '@/components/ui/table'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { countByTheme } from '../queries'

type Props = { viewer: Viewer; area?: { id: string; slug: string }; locale: Locale }

const [WIDTH, HEIGHT] = [120, 16]

/** How many initiatives each theme has: a sentence, and a table with a drawn bar in each row; every figure opens its rows. */
export async function ThemeCard({ viewer, area, locale }: Props) {
  const t = await getTranslations('initiatives.byTheme')
  const counts = countByTheme(viewer, area?.id).sort((a, b) => b.count - a.count)
  const sum = counts.reduce((total, { count }) => total + count, 0)
  const [most] = counts
  if (!most) return null
  const themed = counts.find(({ themeId }) => themeId !== null)
  const name = ({ nameDa, nameEn }: (typeof counts)[number]) =>
    (locale === 'en' ? nameEn : nameDa) ?? t('without')
  const rows = (themeId: string | null) =>
    `/initiatives?${new URLSearchParams({
      ...(themeId ? { theme: themeId } : { missing: 'theme' }),
      ...(area ? { area: area.slug } : {}),
    })}`
  return (
    <Card title={t('title')}>
      <p className="mb-3">
        {t('sentence', {
          count: sum,
          theme: themed ? name(themed).toLowerCase() : 'none',
          missing: counts.find(({ themeId }) => themeId === null)?.count ?? 0,
        })}
      </p>
      <Table label={t('title')}>
        <thead>
          <tr>
            <Th>{t('theme')}</Th>
            <Th>
              <span className="sr-only">{t('drawing')}</span>
            </Th>
            <Th numeric>{t('count')}</Th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ themeId, count, ...named }) => (
            <tr key={themeId ?? ''}>
              <Th scope="row">{name({ themeId, count, ...named })}</Th>
              <Td>
                <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className="h-4 w-full max-w-40">
                  <rect
                    width={(count / most.count) * WIDTH}
                    height={HEIGHT}
                    rx={2}
                    className={themeId ? 'fill-brand' : 'fill-warn'}
                  />
                </svg>
              </Td>
              <Td numeric>
                <Link href={rows(themeId)} prefetch={false} className="text-link hover:underline">
                  {count}
                </Link>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
