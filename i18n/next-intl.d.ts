import type { Locale } from '@/lib/format'
import type { da } from './da'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof da
  }
}
