import clsx from 'clsx'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { formatDate, formatWeek, type Locale } from '@/lib/format'
import type { Edition, EditionItem, EditionLine } from '../edition'
import { ParticipantList } from './participant-list'

type Props = {
  edition: Edition
  locale: Locale
  /** The decisions that can be read on a page of their own: what was frozen may have been corrected since. */
  decisions: Set<string>
  /** What stands below an item on the screen. */
  below?: (itemId: string) => ReactNode
}

/** Minutes as one reads and prints them: who was there, then item by item what was said, decided and given to whom. */
export async function MinutesReading({ edition, locale, decisions, below }: Props) {
  const t = await getTranslations('minutes')
  return (
    <>
      <h2 className="mb-3 text-xl font-semibold">{t('participants')}</h2>
      <ParticipantList participants={edition.participants} />
      <h2 className="mt-8 mb-1 text-xl font-semibold">{t('items')}</h2>
      <ol>
        {edition.items.map((item) => (
          <Item key={item.id} {...{ item, locale, decisions }} below={below?.(item.id)} />
        ))}
      </ol>
    </>
  )
}

type ItemProps = { item: EditionItem; locale: Locale; decisions: Set<string>; below: ReactNode }

async function Item({ item, locale, decisions, below }: ItemProps) {
  const [t, agenda] = await Promise.all([getTranslations('minutes'), getTranslations('agenda')])
  const facts = [
    item.kind !== 'formality' && agenda(`kind.${item.kind}`),
    item.presenter,
    item.proposer && agenda('proposedBy', { party: item.proposer }),
  ].filter(Boolean)
  return (
    <li className="border-b border-line py-5 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-lg font-semibold wrap-anywhere">
          <span className="mr-2">{item.number}</span>
          {item.title}
        </h3>
        <span className="text-sm text-muted">{t(`outcome.${item.outcome}`)}</span>
      </div>
      <p className="text-sm text-muted">
        {facts.join(' · ')}{' '}
        {item.visibility !== 'forum' && <Tag tone="warn">{t(`only.${item.visibility}`)}</Tag>}
      </p>
      <ul className="mt-2">
        {item.lines.map((line) => (
          <Line key={line.id} {...{ line, item, locale }} linked={decisions.has(line.id)} />
        ))}
      </ul>
      {below}
    </li>
  )
}

type LineProps = { line: EditionLine; item: EditionItem; locale: Locale; linked: boolean }

async function Line({ line, item, locale, linked }: LineProps) {
  const t = await getTranslations('minutes')
  const label =
    line.kind === 'decision' && line.label ? t('decision', { number: line.label }) : t(`line.${line.kind}`)
  return (
    <li className="grid gap-x-4 py-2 sm:grid-cols-[112px_1fr]">
      <span className={clsx('pt-0.5 text-xs font-semibold', LINE_COLOURS[line.kind])}>
        {linked ? (
          <Link href={`/decisions/${line.id}`} prefetch={false} className="hover:underline">
            {label}
          </Link>
        ) : (
          label
        )}
      </span>
      <div className="min-w-0">
        <p className={clsx('whitespace-pre-line wrap-anywhere', line.kind === 'decision' && 'font-semibold')}>
          {line.text}{' '}
          {line.visibility !== item.visibility && <Tag tone="warn">{t(`only.${line.visibility}`)}</Tag>}
        </p>
        {line.kind === 'action' && (
          <p className="text-sm text-muted">
            {line.party} · {line.person} · {formatDate(line.dueOn, locale, 'day')} (
            {formatWeek(line.dueOn, locale)})
          </p>
        )}
      </div>
    </li>
  )
}

const LINE_COLOURS: Record<EditionLine['kind'], string> = {
  note: 'text-muted',
  decision: 'text-ok',
  action: 'text-brand',
}
