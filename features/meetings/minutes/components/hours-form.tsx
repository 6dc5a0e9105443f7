'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { type Row, saidOf } from './attendance-row'
import { useWorkspace } from './workspace-context'

/** When somebody came and went and how long they prepared: the municipality's own account, never in the minutes. */
export function HoursForm({ row, done }: { row: Row; done: () => void }) {
  const t = useTranslations('workspace')
  const { act } = useWorkspace()
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? '')
    const minutes = said('preparationMinutes')
    act({
      do: 'setAttendance',
      body: {
        ...saidOf(row),
        arrivedAt: said('arrivedAt'),
        leftAt: said('leftAt'),
        preparationMinutes: minutes === '' ? null : Number(minutes),
      },
    })
    done()
  }
  return (
    <form onSubmit={save} className="mb-2 ml-[22px] space-y-1.5">
      <div className="flex flex-wrap gap-2">
        <Field label={t('attendance.arrived')}>
          {(id) => (
            <input
              id={id}
              name="arrivedAt"
              type="time"
              defaultValue={row.arrivedAt ?? ''}
              className={LOOKS}
            />
          )}
        </Field>
        <Field label={t('attendance.left')}>
          {(id) => (
            <input id={id} name="leftAt" type="time" defaultValue={row.leftAt ?? ''} className={LOOKS} />
          )}
        </Field>
        <Field label={t('attendance.preparation')}>
          {(id) => (
            <input
              id={id}
              name="preparationMinutes"
              type="number"
              min={0}
              max={1440}
              step={5}
              defaultValue={row.preparationMinutes ?? ''}
              className={`${LOOKS} w-20`}
            />
          )}
        </Field>
      </div>
      <p className="flex gap-3">
        <Button size="small">{t('line.save')}</Button>
        <Button type="button" variant="quiet" size="small" onClick={done}>
          {t('line.cancel')}
        </Button>
      </p>
    </form>
  )
}

const LOOKS = 'block min-h-8 rounded-field border border-line-strong bg-surface px-2 text-ink'

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="text-sm text-muted">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
