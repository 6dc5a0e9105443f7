import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { formatTime, type Locale } from '@/lib/format'
import type { AgendaEntry } from '../queries'
import { sectionOf } from '../rules'

type Props = {
  entries: AgendaEntry[]
  locale: Locale
  /** Marks what was added after the agenda was sent; to be left out until then, and for outsiders, who see none. */
  markUnsent?: boolean
  /** What stands under an item besides its own words. */
  below?: (item: AgendaEntry) => ReactNode
}

/** An agenda as one reads it: the forum's items, then what concerns one party, then what is internal. */
export async function AgendaReading({ entries, locale, markUnsent = false, below }: Props) {
  const t = await getTranslations('agenda')
  const sections = [...Map.groupBy(entries, sectionOf).values()]
  return sections.map((section) => {
    const [{ id, visibility, proposer }] = section as [AgendaEntry]
    return (
      <section key={id} className={clsx(visibility !== 'forum' && 'mt-8')}>
        {visibility === 'own' && <SectionTitle>{t('ownSection', { party: proposer ?? '' })}</SectionTitle>}
        {visibility === 'internal' && (
          <SectionTitle>
            {t('internalSection')} <Tag tone="warn">{t('internalTag')}</Tag>
          </SectionTitle>
        )}
        <ol className={clsx(visibility === 'internal' && 'rounded-card bg-sunken px-4')}>
          {section.map((item) => (
            <Item
              key={item.id}
              item={item}
              locale={locale}
              unsent={markUnsent && item.sentAt === null}
              below={below?.(item)}
            />
          ))}
        </ol>
      </section>
    )
  })
}

const SectionTitle = ({ children }: { children: React.ReactNode }) => (
  <h2 className="mb-2 text-sm font-semibold text-muted">{children}</h2>
)

type ItemProps = { item: AgendaEntry; locale: Locale; unsent: boolean; below: ReactNode }

async function Item({ item, locale, unsent, below }: ItemProps) {
  const t = await getTranslations('agenda')
  return (
    <li
      className={clsx(
        'grid grid-cols-[28px_1fr_auto] gap-x-2 py-3.5',
        item.own
          ? '-mx-1 my-2.5 print:mx-0 rounded-card border border-line border-l-4 border-l-brand bg-surface px-4'
          : 'border-b border-line last:border-b-0',
      )}
    >
      <span className="font-semibold">{item.number}</span>
      <div className="min-w-0">
        <p className={clsx('wrap-anywhere', item.own && 'font-semibold')}>
          {item.title} {unsent && <Tag tone="info">{t('unsent')}</Tag>}
        </p>
        <p className="text-sm text-muted">{(await factsOf(item)).join(' · ')}</p>
        {item.description && (
          <p className="mt-1 max-w-[70ch] text-sm whitespace-pre-line wrap-anywhere">{item.description}</p>
        )}
        {below}
      </div>
      {item.startsAt && (
        <span className="text-sm leading-6 text-muted max-sm:hidden">
          {t('clock', { time: formatTime(item.startsAt, locale) })}
        </span>
      )}
    </li>
  )
}

/** Kind, presenter, proposer and minutes, as far as there is anything to say. */
export async function factsOf(item: AgendaEntry): Promise<string[]> {
  const t = await getTranslations('agenda')
  return [
    item.kind !== 'formality' && t(`kind.${item.kind}`),
    item.presenter !== item.proposer && item.presenter,
    item.own ? t('proposedByYou') : item.proposer && t('proposedBy', { party: item.proposer }),
    item.minutes > 0 && t('minutes', { count: String(item.minutes) }),
  ].filter((fact) => typeof fact === 'string' && fact !== '') as string[]
}
