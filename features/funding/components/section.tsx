import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

type Props = {
  /** The part of the address that leads here. */
  anchor: string
  title: string
  /** Where one adds to it; nothing for who may not. */
  add?: { href: string; label: string }
  /** What is being written; first, so that nobody has to look for it under the rows. */
  form?: ReactNode
  children: ReactNode
}

/** A part of the funding page: what stands there, and the one form that may be open in it. */
export function Section({ anchor, title, add, form, children }: Props) {
  return (
    <section id={anchor}>
      <Card title={title}>
        {form && <div className="no-print mb-5 border-b border-line pb-5">{form}</div>}
        {children}
        {add && !form && (
          <Link
            href={add.href}
            prefetch={false}
            className="no-print mt-3 inline-flex min-h-8 items-center text-link hover:underline max-sm:min-h-11"
          >
            {add.label}
          </Link>
        )}
      </Card>
    </section>
  )
}

type EditProps = { href: string; name: string; label?: string }

/** Opens the form of a row, which is named for who hears the page. */
export async function EditLink({ href, name, label }: EditProps) {
  const t = await getTranslations('funding')
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label ? `${label}: ${name}` : t('editRow', { name })}
      className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
    >
      {label ?? t('edit')}
    </Link>
  )
}
