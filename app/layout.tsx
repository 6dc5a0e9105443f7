import '@fontsource-variable/ibm-plex-sans/wght.css'
import './globals.css'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { rememberedTheme } from '@/auth/preferences'
import { WithoutScripts } from './without-scripts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { template: `%s · ${t('brand')}`, default: t('brand') },
    description: t('description'),
    robots: { index: false, follow: false },
  }
}

/** Only the words of forms go to the browser; everything else is drawn on the server. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { form, shell }, theme] = await Promise.all([getLocale(), getMessages(), rememberedTheme()])
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <NextIntlClientProvider messages={{ form }}>
          <WithoutScripts notFound={shell.notFound} />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
