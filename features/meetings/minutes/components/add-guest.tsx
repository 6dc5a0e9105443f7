'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { newId } from '@/lib/ids'
import { useDraft } from './use-draft'
import { useWorkspace } from './workspace-context'

const LOOKS = 'mt-0.5 block min-h-8 w-full rounded-field border border-line-strong bg-surface px-2 text-ink'

export function AddGuest() {
  const t = useTranslations('workspace')
  const { act } = useWorkspace()
  const [open, setOpen] = useState(false)
  const [name, setName] = useDraft('guest')
  const [organisation, setOrganisation] = useDraft('guest organisation')

  function add(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return
    act({ do: 'addGuest', body: { id: newId(), name: name.trim(), organisation: organisation.trim() } })
    setName('')
    setOrganisation('')
    setOpen(false)
  }

  if (!open && !name) {
    return (
      <Button type="button" variant="quiet" size="small" className="mt-3" onClick={() => setOpen(true)}>
        + {t('attendance.guest')}
      </Button>
    )
  }
  return (
    <form onSubmit={add} className="mt-3 space-y-2 text-sm text-muted">
      <label className="block">
        {t('attendance.guestName')}
        <input
          autoFocus
          value={name}
          autoComplete="off"
          className={LOOKS}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="block">
        {t('attendance.guestFrom')}
        <input
          value={organisation}
          autoComplete="off"
          className={LOOKS}
          onChange={(event) => setOrganisation(event.target.value)}
        />
      </label>
      <p className="flex gap-3">
        <Button size="small">{t('attendance.addGuest')}</Button>
        <Button
          type="button"
          variant="quiet"
          size="small"
          onClick={() => {
            setName('')
            setOpen(false)
          }}
        >
          {t('line.cancel')}
        </Button>
      </p>
    </form>
  )
}
