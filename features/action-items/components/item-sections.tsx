import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { Absence } from '@/features/absences/queries'
import type { PlainDate } from '@/lib/dates'
import { formatWeek, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { LastWords } from '../queries/last-words'
import type { ListedActionItem } from '../queries/row'
import { awaits, isOwn, isPressing, SECTIONS, sectionOf } from '../rules'
import { ActionItemCard } from './action-item-card'
import { SettledList } from './settled-list'
import { WaitingCard } from './waiting-card'

type Props = {
  items: ListedActionItem[]
  words: Map<string, LastWords>
  viewer: Viewer
  today: PlainDate
  locale: Locale
  /** The address of the list. */
  list: string
  absences: Absence[]
}

/** Overdue, this week, later; then, quieter, what asks nothing of the one who has it. */
export async function ItemSections({
  items,
  words,
  viewer,
  today,
  locale,
  list,
  absences,
  showPerson,
}: Props & { showPerson: boolean }) {
  const t = await getTranslations('actionItems.section')
  const bySection = Map.groupBy(items, (item) => sectionOf(item, today))
  const first = items.find((item) => isPressing(item.state) && isOwn(viewer, item))
  return SECTIONS.map((section) => {
    const held = bySection.get(section)
    if (!held) return null
    const late = section === 'late'
    const heading = t(section, { week: formatWeek(today, locale) })
    const quiet = section === 'withCoordinator' || section === 'settled'
    return (
      <Section key={section} heading={heading} bad={late}>
        {quiet ? (
          <SettledList items={held} words={words} locale={locale} list={list} />
        ) : (
          <Card accent={late ? 'bad' : undefined} className="p-0! sm:p-0!">
            <ul>
              {held.map((item) => (
                <ActionItemCard
                  key={item.id}
                  {...{ item, viewer, today, locale, showPerson, list, absences }}
                  first={item === first}
                />
              ))}
            </ul>
          </Card>
        )}
      </Section>
    )
  })
}

/** What waits for the coordinator, by what is asked. */
export async function WaitingSections({
  items,
  words,
  today,
  locale,
  list,
  absences,
}: Omit<Props, 'viewer'>) {
  const t = await getTranslations('actionItems.awaits')
  const byKind = Map.groupBy(items, (item) => awaits(item) ?? 'away')
  return (['reported_done', 'date_asked', 'refused', 'away'] as const).map((kind) => {
    const held = byKind.get(kind)
    if (!held) return null
    return (
      <Section key={kind} heading={t(kind)}>
        <Card className="p-0! sm:p-0!">
          <ul>
            {held.map((item) => (
              <WaitingCard
                key={item.id}
                {...{ item, today, locale, list, absences }}
                words={words.get(item.id)}
              />
            ))}
          </ul>
        </Card>
      </Section>
    )
  })
}

function Section({ heading, bad, children }: { heading: string; bad?: boolean; children: ReactNode }) {
  return (
    <section className="mb-8">
      <h2 className={`mb-2.5 text-sm font-semibold ${bad ? 'text-bad' : 'text-muted'}`}>{heading}</h2>
      {children}
    </section>
  )
}
