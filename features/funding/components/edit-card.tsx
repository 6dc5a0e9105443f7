import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { FormAction } from '@/auth/form-state'
import { ActionForm } from '@/components/ui/action-form'
import { PressForm } from '@/components/ui/press-form'

type Props = {
  id: string
  title: string
  /** The period whose page it stands on. */
  periodId: string
  actions: { add: FormAction; change: FormAction; remove: FormAction }
  stored?: { id: string; version: number }
  hidden?: Record<string, string>
  children: ReactNode
}

/** One thing being written on the funding page: saved, left, or taken away. */
export async function EditCard({ id, title, periodId, actions, stored, hidden, children }: Props) {
  const t = await getTranslations('funding')
  return (
    <>
      <h3 className="mb-3 text-lg font-semibold">{title}</h3>
      <ActionForm
        id={id}
        action={stored ? actions.change : actions.add}
        hidden={{ periodId, ...hidden, ...(stored && { id: stored.id, version: stored.version }) }}
        submit={t(stored ? 'save' : 'add')}
        secondary={
          <Link
            href={`/funding?period=${periodId}`}
            prefetch={false}
            className="inline-flex min-h-8 items-center text-link underline max-sm:min-h-11"
          >
            {t('cancel')}
          </Link>
        }
      >
        {children}
      </ActionForm>
      {stored && (
        <PressForm
          action={actions.remove}
          hidden={{ periodId, id: stored.id, version: String(stored.version) }}
          variant="danger"
          size="small"
          className="mt-5"
        >
          {t('remove')}
        </PressForm>
      )}
    </>
  )
}
