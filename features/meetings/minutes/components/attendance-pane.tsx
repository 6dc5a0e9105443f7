'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { tookPart } from '../../attendance/rules'
import { AddGuest } from './add-guest'
import { AttendanceRow } from './attendance-row'
import { focusCapture, PANE, useWorkspace } from './workspace-context'

const GROUPS = ['department', 'housing_organisation', 'partner', 'guest'] as const

/** Who is in the room, by department and organisation: everybody in one press, then the exceptions. */
export function AttendancePane() {
  const t = useTranslations('workspace')
  const { log, act } = useWorkspace()
  const groups = Map.groupBy(log.attendance, ({ partyKind }) => partyKind ?? 'guest')
  const here = log.attendance.filter(({ status }) => tookPart(status)).length
  const unset = log.attendance.filter(({ status }) => status === null).length
  return (
    <section id="attendance" aria-labelledby="attendance-title" className={`${PANE} min-[1100px]:border-l`}>
      <div className="flex min-h-8 items-baseline justify-between gap-4">
        <h2 id="attendance-title" className="text-sm font-semibold text-muted">
          {t('attendance.title', { here, all: log.attendance.length })}
        </h2>
        {unset > 0 && (
          <Button
            type="button"
            variant="quiet"
            size="small"
            onClick={() => {
              act({ do: 'markAllPresent', body: {} })
              focusCapture()
            }}
          >
            {t('attendance.all')}
          </Button>
        )}
      </div>
      {GROUPS.map((group) => {
        const rows = groups.get(group)
        return rows ? (
          <div key={group} className="mt-3">
            <h3 className="mb-1 text-sm text-muted">{t(`attendance.group.${group}`)}</h3>
            <ul>
              {rows.map((row) => (
                <AttendanceRow key={row.id} row={row} />
              ))}
            </ul>
          </div>
        ) : null
      })}
      <p className="mt-3 text-sm text-muted max-sm:hidden">
        {t.rich('attendance.keys', { k: (key) => <Kbd>{key}</Kbd> })}
      </p>
      <AddGuest />
      <Tasks />
    </section>
  )
}

function Tasks() {
  const t = useTranslations('workspace')
  const { log } = useWorkspace()
  const count = log.lines.filter(({ kind }) => kind === 'action').length
  if (count === 0) return null
  return <p className="mt-6 text-sm text-muted">{t('attendance.tasks', { count })}</p>
}
