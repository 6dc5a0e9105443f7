import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import { oidc } from '@/lib/env'
import { setOutAction } from '../server-actions'

/** How one comes into a real installation: staff by the municipality's sign-in, everybody by a link. */
export async function WaysIn({ next }: { next: string }) {
  const t = await getTranslations('signIn.real')
  const byLink = (
    <div className="max-w-[60ch] space-y-4">
      <p>{t('intro')}</p>
      <p>{t('noLink')}</p>
    </div>
  )
  if (!oidc()) return byLink
  return (
    <div className="grid max-w-4xl items-start gap-6 md:grid-cols-2">
      <Card accent="brand">
        <h2 className="mb-2 text-xl font-semibold">{t('staff.title')}</h2>
        <p className="mb-4">{t('staff.text')}</p>
        <PressForm action={setOutAction} hidden={{ next }} variant="primary">
          {t('staff.button')}
        </PressForm>
        <p className="mt-4 text-sm text-muted">{t('staff.first')}</p>
      </Card>
      <Card>
        <h2 className="mb-2 text-xl font-semibold">{t('partners.title')}</h2>
        {byLink}
      </Card>
    </div>
  )
}
