import { getTranslations } from 'next-intl/server'
import { QUARTERS } from '../rules'

/** The quarters of a year, as a form offers them. */
export async function quarterChoices(year: number) {
  const t = await getTranslations('hours')
  return QUARTERS.map((quarter) => ({
    value: `${year}-${quarter}`,
    label: t('quarterOf', { quarter: String(quarter), year: String(year) }),
  }))
}
