import { getTranslations } from 'next-intl/server'
import { FILE_KINDS, fileName } from '../exports/files'

/** The same report as files. `path` is its folder, `query` what it was asked for by. */
export async function Files({ path, query = '' }: { path: string; query?: string }) {
  const t = await getTranslations('reports')
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
      {t('files')}
      {FILE_KINDS.map((kind) => (
        <a
          key={kind}
          href={`${path}/${fileName(kind)}${query}`}
          download
          className="inline-flex min-h-8 items-center text-link underline underline-offset-4 max-sm:min-h-11"
        >
          {t(`file.${kind}`)}
        </a>
      ))}
    </p>
  )
}
