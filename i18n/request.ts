import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { da } from './da'
import { en } from './en'
import { LOCALE_COOKIE, localeFrom } from './locale'

export default getRequestConfig(async () => {
  const locale = localeFrom((await cookies()).get(LOCALE_COOKIE)?.value)
  return { locale, messages: locale === 'en' ? en : da, timeZone: 'Europe/Copenhagen' }
})
