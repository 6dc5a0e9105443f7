'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Outcome } from '@/db/schema'
import { formatDate } from '@/lib/format'
import type { WorkspaceItem } from '../queries/workspace'
import { OUTCOME_CHOICES } from '../rules'
import { CaptureLine } from './capture-line'
import { LogLineRow } from './log-line-row'
import { TroubleList } from './trouble-list'
import { useWorkspace } from './workspace-context'

/** What is being talked about: the item, what was said last time, what has been said now, and the line one types. */
export function ItemPane() {
  const t = useTranslations('workspace')
  const { item, log } = useWorkspace()
  const lines = log.lines.filter(({ itemId }) => itemId === item?.id)
  return (
    <section
      id="item"
      aria-label={t('panes.item')}
      className="flex min-h-0 min-w-0 flex-col px-4 pt-6 pb-4 sm:px-10"
    >
      <div className="min-h-0 flex-1 overflow-y-auto pb-6 min-[1100px]:-mx-2 min-[1100px]:px-2">
        {item ? (
          <>
            <ItemHeading item={item} />
            <LastTime item={item} />
            {lines.length > 0 ? (
              <ul>
                {lines.map((line) => (
                  <LogLineRow key={line.id} line={line} item={item} />
                ))}
              </ul>
            ) : (
              <p className="py-3 text-muted">{t('lines.none')}</p>
            )}
          </>
        ) : (
          <p className="text-muted">{t('agenda.empty')}</p>
        )}
        <div key={`${item?.id} ${lines.length}`} ref={scrollToEnd} />
      </div>
      <TroubleList />
      {item && <CaptureLine key={item.id} item={item} />}
    </section>
  )
}

/** What was written last stays in sight, above the line one types. */
function scrollToEnd(end: HTMLDivElement | null): void {
  const pane = end?.parentElement
  pane?.scrollTo({ top: pane.scrollHeight })
}

function ItemHeading({ item }: { item: WorkspaceItem }) {
  const t = useTranslations('workspace')
  const { act } = useWorkspace()
  const facts = [
    item.kind !== 'formality' && t(`kind.${item.kind}`),
    item.minutes > 0 && t('item.minutes', { minutes: item.minutes }),
    item.presenter || item.proposer,
  ].filter(Boolean)
  return (
    <div className="mb-4 border-b-2 border-line pb-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-[26px] leading-9 font-semibold tracking-[-0.01em] wrap-anywhere">
          <span className="mr-3">{item.number}</span>
          {item.title}
        </h2>
        <p className="text-sm text-muted">{facts.join(' · ')}</p>
      </div>
      {item.about && <p className="mt-1 text-sm text-muted">{t('item.about', { title: item.about })}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-3 text-sm">
        <label htmlFor="outcome" className="text-muted">
          {t('item.outcome')}
        </label>
        <select
          id="outcome"
          value={item.outcome}
          className="min-h-8 rounded-field border border-line-strong bg-surface px-2"
          onChange={(event) =>
            act({ do: 'setOutcome', body: { itemId: item.id, outcome: event.target.value as Outcome } })
          }
        >
          {OUTCOME_CHOICES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(`outcome.${outcome}`)}
            </option>
          ))}
        </select>
        {item.visibility !== 'forum' && (
          <Tag tone="warn">{t(`visibility.${item.visibility}`, { party: item.proposer ?? '' })}</Tag>
        )}
      </div>
    </div>
  )
}

function LastTime({ item }: { item: WorkspaceItem }) {
  const t = useTranslations('workspace')
  const locale = useLocale()
  const { setting } = useWorkspace()
  const last = setting.lastTime.find(({ topicId }) => topicId === item.topicId)
  if (!last) return null
  return (
    <p className="mb-3 max-w-[70ch] text-sm text-muted wrap-anywhere">
      {t('item.lastTime', { date: formatDate(last.heldOn, locale, 'dayMonth'), text: last.text })}
    </p>
  )
}
