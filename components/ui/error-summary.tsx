'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { AnswerBox } from './answer-box'
import type { Answer } from './use-answer'

type Props = { answer: Answer; errors: Record<string, string[]>; formErrors?: string[]; formId: string }

/** Above the form, each sentence the same as at its field and a way to it. */
export function ErrorSummary({ answer, errors, formErrors = [], formId }: Props) {
  const t = useTranslations('form')
  const atFields = Object.entries(errors).filter(([name, messages]) => name !== '' && messages.length > 0)
  const wrong = !answer.at && atFields.length + formErrors.length > 0

  useEffect(() => {
    const prefix = t('errorTitlePrefix')
    const plain = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title
    document.title = wrong ? prefix + plain : plain
  }, [wrong, t])

  if (!wrong) return null
  return (
    <AnswerBox answer={answer} tone="bad" className="mb-4">
      <p className="font-semibold">{t('errorTitle')}</p>
      <ul className="mt-1 space-y-1">
        {formErrors.map((message) => (
          <li key={message} className="whitespace-pre-line">
            {message}
          </li>
        ))}
        {atFields.map(([name, messages]) => (
          <li key={name}>
            <a href={`#${formId}-${name}`} className="text-link underline">
              {messages[0]}
            </a>
          </li>
        ))}
      </ul>
    </AnswerBox>
  )
}
