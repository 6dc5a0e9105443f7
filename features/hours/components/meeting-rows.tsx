import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import { formatDate, formatMinutes, type Locale } from '@/lib/format'
import type { Given } from '../queries/given'

/** What a figure was counted from: meeting by meeting, by department, never by person (R9). */
export async function MeetingRows({ given, locale }: { given: Given[]; locale: Locale }) {
  const t = await getTranslations('hours')
  return (
    <Table label={t('rows')}>
      <thead>
        <tr>
          <Th>{t('meeting')}</Th>
          <Th>{t('department')}</Th>
          <Th numeric>{t('time')}</Th>
        </tr>
      </thead>
      <tbody>
        {given.map(({ meeting, partyId, party, minutes }, index) => (
          <tr key={`${meeting?.id ?? index}${partyId}`}>
            <Td>
              {meeting ? (
                <Link href={`/meetings/${meeting.id}`} prefetch={false} className="text-link hover:underline">
                  {formatDate(meeting.heldOn, locale, 'long')}, {meeting.forum}
                </Link>
              ) : (
                t('elsewhere')
              )}
            </Td>
            <Td>{party}</Td>
            <Td numeric>{formatMinutes(minutes, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
