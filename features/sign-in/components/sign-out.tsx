'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { forgetUnsaved, unsavedMeetings } from '@/features/meetings/minutes/components/journal'
import { signOutAction } from '../server-actions'

/**
 * Signing out forgets what this browser keeps of a meeting, since the next person may sit down at the same machine;
 * what is not saved yet is asked about first. Without scripts nothing is ever kept.
 */
export function SignOut({ label }: { label: string }) {
  const t = useTranslations('form.signOut')
  const [, dispatch] = useActionState(signOutAction, {})
  const [unsaved, setUnsaved] = useState<string[]>([])

  function ask(event: FormEvent) {
    const meetings = unsavedMeetings()
    if (unsaved.length === 0 && meetings.length > 0) {
      event.preventDefault()
      setUnsaved(meetings)
    } else forgetUnsaved()
  }

  return (
    <form action={dispatch} onSubmit={ask} className="relative">
      {unsaved.length === 0 ? (
        <Button variant="quiet" size="small">
          {label}
        </Button>
      ) : (
        <div
          role="alert"
          className="flex max-w-80 flex-col items-start gap-3 rounded-card border border-warn bg-surface p-4 text-left text-sm sm:absolute sm:top-full sm:right-0 sm:z-20 sm:w-80"
        >
          <p>{t('unsaved', { count: unsaved.length })}</p>
          <ButtonLink href={`/meetings/${unsaved[0]}/workspace`} variant="primary" size="small">
            {t('back')}
          </ButtonLink>
          <Button variant="danger" size="small">
            {t('forget')}
          </Button>
        </div>
      )}
    </form>
  )
}
