import { getLocale, getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import type { JobState } from '@/db/schema'
import { localeFrom } from '@/i18n/locale'
import { formatInstant } from '@/lib/format'
import type { ListedJob } from '../queries'

const TONES: Record<JobState, Tone> = { waiting: 'plain', running: 'info', done: 'ok', failed: 'bad' }

export async function JobsTable({ jobs }: { jobs: ListedJob[] }) {
  const [t, locale] = [await getTranslations('jobs'), localeFrom(await getLocale())]
  return (
    <Table label={t('label')} className="rounded-card border border-line bg-surface px-5 py-2">
      <thead>
        <tr>
          <Th>{t('job')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('last')}</Th>
          <Th>{t('next')}</Th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ job, state, startedAt, nextAt, problem, runs }) => (
          <tr key={job}>
            <Th scope="row">
              <span className="font-semibold">{t(`names.${job as 'sendMail'}`)}</span>
              <span className="block text-sm text-muted">{t(`does.${job as 'sendMail'}`)}</span>
            </Th>
            <Td>
              <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>
              {problem && (
                <span className="mt-1 block max-w-[40ch] text-sm">
                  {problem === 'interrupted' ? t('interrupted') : t('problem', { code: problem })}
                </span>
              )}
            </Td>
            <Td>
              {startedAt ? formatInstant(startedAt, locale) : t('never')}
              {runs > 0 && <span className="block text-sm text-muted">{t('runs', { count: runs })}</span>}
            </Td>
            <Td>{nextAt && formatInstant(nextAt, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
