import Link from 'next/link'
import { Table, Td, Th } from '@/components/ui/table'

type Props = {
  label: string
  columns: [string, string]
  /** A figure leads to its rows, where there are some to be seen. */
  rows: { name: string; figure: string; href?: string }[]
}

/** The figures beside a drawing. */
export const ComparedTable = ({ label, columns: [what, number], rows }: Props) => (
  <Table label={label} className="text-sm">
    <thead>
      <tr>
        <Th>{what}</Th>
        <Th numeric>{number}</Th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, figure, href }) => (
        <tr key={name}>
          <Th scope="row">{name}</Th>
          <Td numeric className="whitespace-nowrap">
            {href ? (
              <Link
                href={href}
                prefetch={false}
                className="inline-flex min-h-6 min-w-6 items-center justify-end text-link underline underline-offset-4"
              >
                {figure}
              </Link>
            ) : (
              figure
            )}
          </Td>
        </tr>
      ))}
    </tbody>
  </Table>
)
