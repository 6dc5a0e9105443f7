import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import { oidc, smtp } from '@/lib/env'
import { setOutAction } from '../server-actions'
import { MailSignIn } from './mail-sign-in'

/** How one comes into a real installation: staff by their work account, the others by mail, everybody by a link. */
export async function WaysIn({ next }: { next: string }) {
  const t = await getTranslations('signIn.real')
  const otherWay = smtp() ? (
    <MailSignIn next={next} />
  ) : (
    <>
      <p className="mb-4">{t('intro')}</p>
      <p>{t('noLink')}</p>
    </>
  )
  if (!oidc()) return <div className="max-w-[60ch]">{otherWay}</div>
  return (
    <div className="grid max-w-4xl items-start gap-6 md:grid-cols-2">
      <Way title={t('staff.title')}>
        <p className="mb-4">{t('staff.text')}</p>
        <PressForm action={setOutAction} hidden={{ next }} variant="primary">
          {t('staff.button')}
        </PressForm>
        <p className="mt-4 text-sm text-muted">{t('staff.first')}</p>
      </Way>
      <Way title={t('partners.title')}>{otherWay}</Way>
    </div>
  )
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <h2 className="mb-2 text-xl font-semibold">{title}</h2>
      {children}
    </Card>
  )
}
