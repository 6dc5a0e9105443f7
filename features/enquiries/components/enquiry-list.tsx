import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { type PlainDate, plainDateOf } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { workingDaysBetween } from '@/lib/working-days'
import type { Viewer } from '@/policy'
import type { ListedEnquiry } from '../queries/rows'
import { headlineOf, isOpenEnquiry } from '../rules'
import { statusOf } from './status'

type Props = { enquiries: ListedEnquiry[]; viewer: Viewer; today: PlainDate; locale: Locale }

/** Each with what it is about, how old it is, and who has it. */
export async function EnquiryList({ enquiries, viewer, today, locale }: Props) {
  const t = await getTranslations('enquiries')
  const rows = await Promise.all(
    enquiries.map(async (enquiry) => ({ enquiry, status: await statusOf(enquiry, viewer, today, locale) })),
  )
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {rows.map(({ enquiry, status }) => {
        const { id, number, party, area, text, state, receivedAt, expectedOn } = enquiry
        const open = isOpenEnquiry(state)
        const late = open && state !== 'awaiting_asker' ? workingDaysBetween(expectedOn, today) : 0
        return (
          <li key={id} className="px-4 py-3 focus-within:bg-sunken sm:px-6">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <Link
                href={`/enquiries/${id}`}
                prefetch={false}
                data-enquiry={id}
                className="min-w-0 text-link wrap-anywhere hover:underline"
              >
                <span className="mr-2 text-muted">{number}</span>
                {headlineOf(text)}
              </Link>
              {late > 0 ? (
                <Tag tone="bad">{t('row.late', { days: late })}</Tag>
              ) : (
                open && (
                  <span className="text-sm text-muted">
                    {t('row.age', { days: workingDaysBetween(plainDateOf(receivedAt), today) })}
                  </span>
                )
              )}
            </div>
            <p className="text-sm text-muted">
              {area ? t('row.from', { party, area }) : t('row.fromNowhere', { party })}
            </p>
            <p className="text-sm">{status}</p>
          </li>
        )
      })}
    </ul>
  )
}
