'use client'

import { useTranslations } from 'next-intl'
import { type Captured, compose, phraseOf } from '../capture'
import { useWorkspace } from './workspace-context'

type Props = { captured: Captured; rewrite: (typed: string) => void }

/** Whose and until when by choosing instead of typing: what is chosen is written into the line. */
export function TaskFields({ captured, rewrite }: Props) {
  const t = useTranslations('workspace')
  const { setting } = useWorkspace()
  const { partyId, personId, dueOn = '' } = captured
  const parties = Map.groupBy(setting.responsible, ({ party }) => party)
  return (
    <>
      <label className="flex items-center gap-1.5 text-muted">
        {t('capture.who')}
        <select
          value={partyId && personId ? `${partyId}/${personId}` : ''}
          className="min-h-8 max-w-44 rounded-field border border-line-strong bg-surface px-2 text-ink"
          onChange={(event) => {
            const chosen = setting.responsible.find(
              (each) => event.target.value === `${each.partyId}/${each.personId}`,
            )
            if (chosen) rewrite(compose({ ...captured, handle: `${chosen.party} ${chosen.person}` }))
          }}
        >
          <option value="">{t('capture.choose')}</option>
          {[...parties].map(([party, people]) => (
            <optgroup key={party} label={party}>
              {people.map((each) => (
                <option key={each.personId} value={`${each.partyId}/${each.personId}`}>
                  {each.person}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-1.5 text-muted">
        {t('capture.due')}
        <input
          type="date"
          value={dueOn}
          className="min-h-8 rounded-field border border-line-strong bg-surface px-2 text-ink"
          onChange={(event) => {
            const phrase = event.target.value ? phraseOf(event.target.value) : undefined
            rewrite(compose({ kind: captured.kind, text: captured.text, handle: captured.handle, phrase }))
          }}
        />
      </label>
    </>
  )
}
