import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { isPurpose } from '@/features/signed-links/rules'

type Props = { searchParams: Promise<{ what?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signedLinks'))('doneTitle') }
}

/** Where a press from a mail ends; it names nothing, since anybody may open it. */
export default async function SignedLinkDonePage({ searchParams }: Props) {
  const [t, { what }] = await Promise.all([getTranslations('signedLinks'), searchParams])
  const purpose = [what].flat()[0]
  if (!isPurpose(purpose)) redirect('/')
  return (
    <div className="max-w-[60ch]">
      <PageHeader title={t('doneTitle')} />
      <p className="mb-6">{t(`purposes.${purpose}.done`)}</p>
      <ButtonLink href="/action-items">{t(`purposes.${purpose}.next`)}</ButtonLink>
    </div>
  )
}
