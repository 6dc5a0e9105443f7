'use client'

import { useActionState } from 'react'
import type { FormAction } from '@/auth/form-state'
import { Button } from '@/components/ui/button'

type Props = { action: FormAction; id: string; words: { read: string; copy: string } }

/** Shows a mail at a press; its links can be copied one by one. */
export function ReadMail({ action, id, words }: Props) {
  const [{ done, submission }, dispatch, pending] = useActionState(action, {})
  const errors = Object.values(submission?.error ?? {}).flatMap((messages) => messages ?? [])
  return (
    <>
      <form action={dispatch}>
        <input type="hidden" name="id" value={id} />
        <Button aria-busy={pending || undefined}>{words.read}</Button>
      </form>
      {errors.length > 0 && (
        <p role="alert" className="mt-2 text-bad">
          {errors.join(' ')}
        </p>
      )}
      {done && (
        <div role="status" className="mt-4 rounded-card border border-line bg-surface px-5 py-4">
          {done.split('\n\n').map((paragraph) => (
            <Paragraph key={paragraph} copy={words.copy}>
              {paragraph}
            </Paragraph>
          ))}
        </div>
      )}
    </>
  )
}

function Paragraph({ children: paragraph, copy }: { children: string; copy: string }) {
  const link = /https?:\/\/\S+/.exec(paragraph)?.[0]
  return (
    <div className="mb-4 last:mb-0">
      <p className="whitespace-pre-line wrap-anywhere">{paragraph}</p>
      {link && (
        <Button
          type="button"
          size="small"
          variant="quiet"
          onClick={() => navigator.clipboard.writeText(link)}
        >
          {copy}
        </Button>
      )}
    </div>
  )
}
