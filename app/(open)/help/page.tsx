import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextPage } from '@/components/layout/text-page'

const SECTIONS = [
  'sees',
  'meetings',
  'log',
  'items',
  'enquiries',
  'reminders',
  'groups',
  'initiatives',
  'hours',
  'funding',
  'handover',
  'succession',
  'reports',
  'people',
  'contact',
] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help.help'))('title') }
}

export default async function HelpPage() {
  const t = await getTranslations('help.help')
  const sections = SECTIONS.map((section) => ({
    title: t(`sections.${section}.title`),
    text: t(`sections.${section}.text`),
  }))
  return <TextPage title={t('title')} intro={t('intro')} sections={sections} />
}
