import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Tag, type Tone } from '@/components/ui/tag'
import { formatList, type Locale } from '@/lib/format'
import type { PartyCoverage } from '../queries'
import type { Coverage } from '../rules'
import { NoteAnswer } from './note-answer'

const TONES: Record<Coverage, Tone> = { coming: 'ok', silent: 'warn', nobody: 'bad' }

type Props = {
  parties: PartyCoverage[]
  /** May note an answer that was given otherwise. */
  convenes: boolean
  meetingId: string
  locale: Locale
}

/** Whom one can count on before the meeting, department by department; in a sentence first. */
export async function CoverageCard({ parties, convenes, meetingId, locale }: Props) {
  const t = await getTranslations('invitations')
  const departments = parties.filter(({ kind }) => kind === 'department')
  const silent = departments.filter(({ coverage }) => coverage === 'silent').map(({ party }) => party)
  const coming = departments.filter(({ coverage }) => coverage === 'coming').length
  const saying = ({ person, answer, deputyName, itemIds, remindedAt }: PartyCoverage['people'][number]) => {
    if (answer === 'deputy' || answer === 'partly')
      return t(`says.${answer}`, { person, deputy: deputyName ?? '', count: itemIds?.length ?? 0 })
    return remindedAt && answer === null ? t('says.reminded', { person }) : person
  }
  return (
    <Card title={t('coverage')} className="no-print mt-10">
      <p className="mb-3">
        {t('summary', { coming, of: departments.length })}{' '}
        {silent.length > 0 && t('silent', { names: formatList(silent, locale), count: silent.length })}
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {parties.map(({ party, coverage, people }) => (
          <li key={party} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <div>
              <span className="font-semibold">{party}</span>{' '}
              <span className="text-sm text-muted">{people.map(saying).join(' · ')}</span>
            </div>
            <Tag tone={TONES[coverage]}>{t(`state.${coverage}`)}</Tag>
          </li>
        ))}
      </ul>
      {convenes && <NoteAnswer meetingId={meetingId} parties={parties} />}
    </Card>
  )
}
