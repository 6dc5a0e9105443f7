import { getTranslations } from 'next-intl/server'

/** A figure, or that nobody knows it: never 0. */
export async function Known({ figure }: { figure: string | number | null }) {
  const t = await getTranslations('succession')
  if (figure !== null) return figure
  return <span className="text-sm whitespace-nowrap text-muted">{t('unknown')}</span>
}
