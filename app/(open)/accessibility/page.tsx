import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'

const SECTIONS = ['status', 'limits', 'official', 'contact'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help.accessibility'))('title') }
}

export default async function AccessibilityPage() {
  const t = await getTranslations('help.accessibility')
  return (
    <div className="max-w-[70ch]">
      <PageHeader title={t('title')} />
      <p className="mb-8 text-lg">{t('intro')}</p>
      {SECTIONS.map((section) => (
        <section key={section} className="mb-6">
          <h2 className="mb-1 text-xl font-semibold">{t(`sections.${section}.title`)}</h2>
          <p>{t(`sections.${section}.text`)}</p>
        </section>
      ))}
    </div>
  )
}
