import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { RadioGroup } from '@/components/ui/radio-group'
import { PARTY_KINDS } from '@/db/schema'
import { PartyFields } from '@/features/parties/components/party-fields'
import { createPartyAction } from '@/features/parties/server-actions'
import { localeFrom } from '@/i18n/locale'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('parties'))('new') }
}

export default async function NewPartyPage() {
  const viewer = await requireViewer()
  if (!can.administer(viewer)) notFound()
  const [t, admin] = await Promise.all([getTranslations('parties'), getTranslations('admin')])
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('new')}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/parties' },
          { label: t('new') },
        ]}
      />
      <ActionForm id="party" action={createPartyAction} submit={t('create')}>
        <RadioGroup
          name="kind"
          legend={t('field.kind')}
          hint={t('field.kindFixed')}
          defaultValue="partner"
          options={PARTY_KINDS.map((value) => ({
            value,
            label: t(`oneKind.${value}`),
            hint: t(`kindHint.${value}`),
          }))}
        />
        <PartyFields locale={localeFrom(await getLocale())} />
      </ActionForm>
    </div>
  )
}
