import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import type { Table as ModelTable, Report, Section } from '../model'
import { BarChart } from './bar-chart'

/** The report from its first sentence to its last source; the words are its own, in the language it was made in. */
export async function ReportSheet({ report }: { report: Report }) {
  const t = await getTranslations('reports')
  return (
    <article lang={report.locale} className="report max-w-[760px]">
      {report.sections.map((section) => (
        <PartOf key={section.key} section={section} />
      ))}
      <section aria-labelledby="ending" className="mt-10 border-t border-line pt-6">
        <h2 id="ending" className="mb-4 text-xl font-semibold">
          {t('ending')}
        </h2>
        <dl className="space-y-4 text-sm">
          {report.sections.map(({ key, heading, definitions, sources }) => (
            <div key={key} className="break-inside-avoid">
              <dt className="font-semibold">{heading}</dt>
              {definitions.map((text) => (
                <dd key={text} className="max-w-[70ch]">
                  {text}
                </dd>
              ))}
              {sources.map((text) => (
                <dd key={text} className="max-w-[70ch] text-muted">
                  {t('source')}: {text}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
    </article>
  )
}

function PartOf({ section: { key, heading, sentences, chart, tables } }: { section: Section }) {
  return (
    <section aria-labelledby={key} className="mt-10 first:mt-0">
      <h2 id={key} className="mb-2 text-2xl font-semibold">
        {heading}
      </h2>
      <p className="max-w-[70ch] text-lg">
        {sentences.map((pieces, at) => (
          <span key={at} data-sentence>
            {pieces.map((piece, place) =>
              typeof piece === 'string' ? (
                piece
              ) : (
                <Figure key={place} text={piece.text} href={piece.href} strong />
              ),
            )}{' '}
          </span>
        ))}
      </p>
      {chart && <BarChart chart={chart} id={key} />}
      {tables.map((table) => (
        <Figures key={table.title} table={table} />
      ))}
    </section>
  )
}

const isNumber = (kind: ModelTable['columns'][number]['kind'] | undefined) =>
  kind !== 'text' && kind !== 'date'

function Figures({ table: { title, columns, rows, hasTotal } }: { table: ModelTable }) {
  return (
    <>
      <h3 className="mt-5 mb-1 text-sm font-semibold text-muted">{title}</h3>
      <Table label={title}>
        <thead>
          <tr>
            {columns.map(({ heading, kind }) => (
              <Th key={heading} numeric={isNumber(kind)}>
                {heading}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr
              key={name?.text}
              className={
                hasTotal && row === rows.length - 1 ? 'font-semibold [&>th]:font-semibold' : undefined
              }
            >
              <Th scope="row">{name?.text}</Th>
              {cells.map(({ text, href }, at) => (
                <Td
                  key={columns[at + 1]?.heading}
                  numeric={isNumber(columns[at + 1]?.kind)}
                  className="whitespace-nowrap"
                >
                  <Figure text={text} href={href} />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

/** A link to the rows it was counted from; what is nothing has none. */
function Figure({ text, href, strong }: { text: string; href?: string; strong?: boolean }) {
  const mark = strong || undefined
  if (!href) return <span data-figure={mark}>{text}</span>
  const looks = strong ? 'font-semibold' : 'inline-flex min-h-6 items-center'
  return (
    <Link
      href={href}
      prefetch={false}
      data-figure={mark}
      className={`${looks} text-link underline underline-offset-4 print:text-ink print:no-underline`}
    >
      {text}
    </Link>
  )
}
