import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Table, Td, Th } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { formatDate, formatMinutes, type Locale } from '@/lib/format'
import type { OwnHours } from '../queries/own'
import { tellPreparationAction } from '../server-actions'

/** One's own meetings, with the time present and what one told of preparation. */
export async function OwnHoursTable({ hours, locale }: { hours: OwnHours[]; locale: Locale }) {
  const t = await getTranslations('hours')
  return (
    <Table label={t('mine.title')}>
      <thead>
        <tr>
          <Th>{t('meeting')}</Th>
          <Th>{t('mine.for')}</Th>
          <Th numeric>{t('mine.present')}</Th>
          <Th>{t('mine.preparation')}</Th>
        </tr>
      </thead>
      <tbody>
        {hours.map((row) => {
          const prepared =
            row.preparationMinutes === null ? null : formatMinutes(row.preparationMinutes, locale)
          return (
            <tr key={row.attendanceId}>
              <Th scope="row" className="min-w-52">
                <Link
                  href={`/meetings/${row.meetingId}`}
                  prefetch={false}
                  className="text-link hover:underline"
                >
                  {formatDate(row.heldOn, locale, 'long')}, {row.forum}
                </Link>
                {row.state === 'held' && (
                  <span className="block text-sm text-muted">{t('mine.notClosed')}</span>
                )}
              </Th>
              <Td>{row.party}</Td>
              <Td numeric className="whitespace-nowrap">
                {formatMinutes(row.minutes, locale)}
              </Td>
              <Td className="min-w-52">
                {prepared ?? <span className="text-muted">{t('mine.nothing')}</span>}
                <Disclosure
                  name="preparation"
                  summary={t(prepared ? 'mine.change' : 'mine.tell')}
                  className="no-print text-sm"
                >
                  <ActionForm
                    id={`preparation-${row.attendanceId}`}
                    action={tellPreparationAction}
                    hidden={{ attendanceId: row.attendanceId, version: row.version }}
                    submit={t('save')}
                    submitVariant="secondary"
                    size="small"
                  >
                    <TextField
                      name="preparation"
                      label={t('mine.preparation')}
                      hint={t('mine.hint')}
                      defaultValue={prepared ?? undefined}
                      optional
                      width="short"
                    />
                  </ActionForm>
                </Disclosure>
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
