'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { FormAction } from '@/auth/form-state'
import { AnswerBox } from '@/components/ui/answer-box'
import { Button } from '@/components/ui/button'
import { inputLooks } from '@/components/ui/field'
import { useAnswer } from '@/components/ui/use-answer'

type Props = {
  action: FormAction
  personId: string
  words: { show: string; link: string; copy: string; copied: string }
}

/** One press shows the link, once: it is nowhere to be read again. */
export function SignInLink({ action, personId, words }: Props) {
  const t = useTranslations('form')
  const { answer, pending, send, plainAction } = useAnswer(action)
  const [copied, setCopied] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const link = answer.done
  const errors = Object.values(answer.submission?.error ?? {}).flatMap((messages) => messages ?? [])

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link ?? '')
      setCopied(link)
    } catch {
      // Without leave to copy the text is selected, and the keyboard copies it.
    }
  }

  return (
    <form
      action={plainAction}
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) send(new FormData(event.currentTarget), () => {})
      }}
    >
      <input type="hidden" name="id" value={personId} />
      <Button aria-busy={pending || undefined}>{words.show}</Button>
      {(errors.length > 0 || answer.lost) && (
        <AnswerBox answer={answer} tone="bad" className="mt-3">
          <p>{errors.join(' ') || t('noAnswer')}</p>
        </AnswerBox>
      )}
      {link && (
        <div className="mt-3" role="status">
          <label htmlFor="sign-in-link" className="mb-1 block font-semibold">
            {words.link}
          </label>
          <input
            ref={field}
            id="sign-in-link"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
            className={`${inputLooks} font-mono text-sm`}
          />
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Button type="button" size="small" onClick={copy}>
              {words.copy}
            </Button>
            <span className="text-sm text-ok">{copied === link && words.copied}</span>
          </div>
        </div>
      )}
    </form>
  )
}
