'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

type Props = { errors: Record<string, string[]>; formErrors?: string[]; formId: string }

/** Above the form, each sentence the same as at its field and a way to it. */
export function ErrorSummary({ errors, formErrors = [], formId }: Props) {
  const t = useTranslations('form')
  const atFields = Object.entries(errors).filter(([name, messages]) => name !== '' && messages.length > 0)
  const wrong = atFields.length + formErrors.length > 0

  useEffect(() => {
    const prefix = t('errorTitlePrefix')
    const plain = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title
    document.title = wrong ? prefix + plain : plain
  }, [wrong, t])

  if (!wrong) return null
  return (
    <div role="alert" className="mb-4 rounded-field border-l-4 border-l-bad bg-bad-tint px-4 py-3">
      <p className="font-semibold">{t('errorTitle')}</p>
      <ul className="mt-1 space-y-1">
        {formErrors.map((message) => (
          <li key={message}>{message}</li>
        ))}
        {atFields.map(([name, messages]) => (
          <li key={name}>
            <a href={`#${formId}-${name}`} className="text-link underline">
              {messages[0]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
