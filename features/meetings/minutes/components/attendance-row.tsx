'use client'

import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { AttendanceStatus } from '@/db/schema'
import { localTime } from '@/lib/dates'
import { formatTime } from '@/lib/format'
import { STATUS_CHOICES, tookPart } from '../../attendance/rules'
import type { Workspace } from '../queries/workspace'
import { HoursForm } from './hours-form'
import { useWorkspace } from './workspace-context'

export type Row = Workspace['attendance'][number]

/** One seat: who holds it and how they came. A deputy is named before it counts. */
export function AttendanceRow({ row }: { row: Row }) {
  const t = useTranslations('workspace')
  const locale = useLocale()
  const { act } = useWorkspace()
  const [naming, setNaming] = useState(false)
  const [timing, setTiming] = useState(false)
  const isGuest = row.partyKind === null
  const here = tookPart(row.status)
  const name = row.deputyName ?? row.name
  const hours = [
    row.arrivedAt && t('attendance.from', { time: formatTime(row.arrivedAt, locale) }),
    row.leftAt && t('attendance.until', { time: formatTime(row.leftAt, locale) }),
    row.preparationMinutes && t('attendance.prepared', { minutes: row.preparationMinutes }),
  ].filter((text) => typeof text === 'string')

  function choose(status: AttendanceStatus) {
    setNaming(status === 'deputy')
    if (status !== 'deputy') act({ do: 'setAttendance', body: { ...saidOf(row), status } })
  }

  /** K and G while one stands on the row: came now, left now. A letter typed into a field stays a letter. */
  function note(event: KeyboardEvent) {
    const { key, altKey, ctrlKey, metaKey, target } = event
    const field = NOTED_BY[key.toLowerCase()]
    if (!field || altKey || ctrlKey || metaKey || target instanceof HTMLInputElement) return
    event.preventDefault()
    const status = here ? row.status : 'present'
    act({
      do: 'setAttendance',
      body: { ...saidOf(row), status: status ?? 'present', [field]: localTime(new Date()) },
    })
  }

  return (
    <li className="py-0.5" onKeyDown={note}>
      <div className="grid grid-cols-[14px_1fr_auto] items-center gap-x-2 text-[15px]">
        <StatusDot status={row.status} />
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          {row.organisation && <b className="min-w-11">{row.organisation}</b>}
          {here ? (
            <button
              type="button"
              aria-expanded={timing}
              className="cursor-pointer text-left underline-offset-4 hover:underline"
              title={t('attendance.hours')}
              onClick={() => setTiming(!timing)}
            >
              {name} <span className="sr-only">{t('attendance.hours')}</span>
            </button>
          ) : (
            <span className="text-muted">{name}</span>
          )}
        </span>
        {isGuest ? (
          <button
            type="button"
            className="min-h-8 cursor-pointer text-sm text-link hover:underline"
            onClick={() => act({ do: 'removeGuest', body: { id: row.id } })}
          >
            {t('attendance.removeGuest')} <span className="sr-only">{row.name}</span>
          </button>
        ) : (
          <select
            aria-label={t('attendance.statusOf', { name: row.name, organisation: row.organisation })}
            value={naming ? 'deputy' : (row.status ?? '')}
            className="field-sizing-content min-h-8 cursor-pointer rounded-field bg-transparent text-right text-sm text-link"
            onChange={(event) => choose(event.target.value as AttendanceStatus)}
          >
            <option value="" disabled hidden>
              {t('attendance.choose')}
            </option>
            {STATUS_CHOICES.map((status) => (
              <option key={status} value={status}>
                {t(`attendance.status.${status}`)}
              </option>
            ))}
          </select>
        )}
      </div>
      {naming && <DeputyForm row={row} done={() => setNaming(false)} />}
      {here && !timing && hours.length > 0 && <p className={UNDER_NAME}>{hours.join(' · ')}</p>}
      {here && timing && <HoursForm row={row} done={() => setTiming(false)} />}
    </li>
  )
}

const NOTED_BY: Partial<Record<string, 'arrivedAt' | 'leftAt'>> = { k: 'arrivedAt', g: 'leftAt' }

const UNDER_NAME = 'ml-[22px] text-sm text-muted'

/** What is already said about a row, to say it again with one thing changed. */
export const saidOf = (row: Row) => ({
  id: row.id,
  version: row.version,
  status: row.status ?? ('present' as const),
  deputyName: row.deputyName ?? '',
  arrivedAt: row.arrivedAt ?? '',
  leftAt: row.leftAt ?? '',
  preparationMinutes: row.preparationMinutes,
})

function DeputyForm({ row, done }: { row: Row; done: () => void }) {
  const t = useTranslations('workspace')
  const { act, setting } = useWorkspace()
  const [name, setName] = useState(row.deputyName ?? '')
  const offered = setting.deputies.filter(({ partyId }) => partyId === row.partyId)
  function save(event?: FormEvent) {
    event?.preventDefault()
    if (name.trim()) {
      act({ do: 'setAttendance', body: { ...saidOf(row), status: 'deputy', deputyName: name.trim() } })
      done()
    }
  }
  return (
    <form onSubmit={save} className="mb-1 ml-[22px]">
      <label className="text-sm text-muted">
        {t('attendance.deputyName')}
        <input
          autoFocus
          value={name}
          list={`deputies-${row.id}`}
          autoComplete="off"
          className="mt-0.5 block min-h-8 w-full rounded-field border border-line-strong bg-surface px-2 text-ink"
          onChange={(event) => setName(event.target.value)}
          onBlur={() => save()}
          onKeyDown={(event) => event.key === 'Escape' && done()}
        />
      </label>
      <datalist id={`deputies-${row.id}`}>
        {offered.map((deputy) => (
          <option key={deputy.name} value={deputy.name} />
        ))}
      </datalist>
    </form>
  )
}

/** Filled: came. Ring: sent word. Line: did not come. Nothing: not said yet. The select beside it says it in words. */
function StatusDot({ status }: { status: AttendanceStatus | null }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        tookPart(status) && 'size-2.5 rounded-full bg-brand',
        status === 'apology' && 'size-2.5 rounded-full border-2 border-brand',
        status === 'absent' && 'h-0.5 w-2.5 bg-line-strong',
        status === null && 'size-2.5 rounded-full border border-dashed border-line-strong',
      )}
    />
  )
}
