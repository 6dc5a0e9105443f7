import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextPage } from '@/components/layout/text-page'

const SECTIONS = ['status', 'limits', 'official', 'contact'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help.accessibility'))('title') }
}

export default async function AccessibilityPage() {
  const t = await getTranslations('help.accessibility')
  const sections = SECTIONS.map((section) => ({
    title: t(`sections.${section}.title`),
    text: t(`sections.${section}.text`),
  }))
  return <TextPage title={t('title')} intro={t('intro')} sections={sections} />
}
