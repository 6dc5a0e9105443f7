import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { formatDate, type Locale } from '@/lib/format'
import type { BeforeAfter } from '../queries/before-after'
import { ComparedBars } from './compared-bars'
import { ComparedTable } from './compared-table'

/** Meetings a year, before and after, and what that saves: never without the assumption in the same sentence. */
export async function MeetingsCompared({ compared, locale }: { compared: BeforeAfter; locale: Locale }) {
  const [t, words] = await Promise.all([
    getTranslations('succession.meetings'),
    getTranslations('succession'),
  ])
  const { groups, meetings } = compared
  const year = String(compared.year)
  const [known, listed] = [String(groups.known), String(groups.listed)]
  const before =
    groups.known === 0
      ? words('unknown')
      : t('barKnown', { meetings: String(groups.meetings), known, listed })
  return (
    <Card title={t('title')}>
      <p className="max-w-[60ch]">
        {t('known', {
          known: groups.known,
          listed: groups.listed,
          meetings: groups.meetings,
          estimated: groups.estimated,
        })}{' '}
        {meetings.after > 0
          ? t('held', { year, held: meetings.held, coming: meetings.after - meetings.held })
          : t('noMeetings', { year })}
      </p>
      <p className="mt-2 mb-4 max-w-[60ch] font-semibold">
        <Difference compared={compared} locale={locale} />
      </p>
      <ComparedBars
        id="meetings"
        label={t('drawing', { year })}
        before={{ name: t('before'), value: groups.meetings, words: before }}
        after={{ name: t('after', { year }), value: meetings.after, words: String(meetings.after) }}
      />
      <ComparedTable
        label={t('title')}
        columns={[words('forums.what'), words('forums.number')]}
        rows={[
          {
            name: t('beforeKnown', { known }),
            figure: groups.known === 0 ? words('unknown') : String(groups.meetings),
            href: '#groups',
          },
          {
            name: t('heldInForums', { year }),
            figure: String(meetings.heldInForums),
            href: `/forums/attendance?by=meeting&from=${year}-01-01&to=${year}-12-31#rows`,
          },
          { name: t('comingInForums', { year }), figure: String(meetings.comingInForums) },
          { name: t('inGroups', { year }), figure: String(meetings.inGroups) },
          { name: t('total', { year }), figure: String(meetings.after) },
        ]}
      />
    </Card>
  )
}

/** What would have been, or why that is not said. */
async function Difference({ compared, locale }: { compared: BeforeAfter; locale: Locale }) {
  const t = await getTranslations('succession.meetings')
  const { groups, meetings, saved, everyMeeting } = compared
  const year = String(compared.year)
  if (groups.known === 0 || meetings.after === 0) return null
  if (!everyMeeting) return t('ownForums')
  if (saved === null)
    return meetings.since && t('notWhole', { year, date: formatDate(meetings.since, locale, 'long') })
  const assumed = {
    known: String(groups.known),
    before: String(groups.meetings),
    after: String(meetings.after),
    year,
  }
  return saved > 0 ? t('saved', { ...assumed, saved }) : t('more', { ...assumed, more: -saved })
}
