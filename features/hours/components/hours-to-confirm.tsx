import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { listUnconfirmed } from '../queries/confirmation'

/** The quarters that wait for the viewer's word; nothing where none does. */
export async function HoursToConfirm({ viewer, today }: { viewer: Viewer; today: PlainDate }) {
  const quarters = listUnconfirmed(viewer, today)
  if (quarters.length === 0) return null
  const t = await getTranslations('hours.confirm')
  return (
    <Card title={t('waiting', { party: viewer.partyName })} accent="brand">
      <ul>
        {quarters.map(({ year, quarter }) => (
          <li key={`${year} ${quarter}`} className="border-b border-line py-2 last:border-b-0">
            <Link
              href={`/hours/confirm?department=${viewer.partyId}&year=${year}&quarter=${quarter}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-link hover:underline"
            >
              {t('press', { quarter: String(quarter), year: String(year) })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
