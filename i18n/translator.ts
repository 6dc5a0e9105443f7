import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from 'next-intl'
import { TIME_ZONE } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { da } from './da'
import { en } from './en'

/** Words outside a page: in mails, files and what the operator is told. */
export const translator = <Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: Namespace,
) =>
  createTranslator<Messages, Namespace>({
    locale,
    messages: locale === 'en' ? (en as unknown as typeof da) : da,
    namespace,
    timeZone: TIME_ZONE,
  })
