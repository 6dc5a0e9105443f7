import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { isPurpose, type Purpose } from '@/features/signed-links/rules'

type Props = { searchParams: Promise<{ what?: string | string[] }> }

const NEXT: Record<Purpose, string> = {
  'action_item.accept': '/action-items',
  'action_item.answer': '/action-items',
  'meeting.answer': '/meetings',
}

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
      <ButtonLink href={NEXT[purpose]}>{t(`purposes.${purpose}.next`)}</ButtonLink>
    </div>
  )
}
