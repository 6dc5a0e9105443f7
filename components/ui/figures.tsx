import { Disclosure } from './disclosure'
import { Table, Td, Th } from './table'

type Props = {
  summary: string
  label: string
  /** The first is that of the rows' names. */
  columns: [string, ...string[]]
  rows: { name: string; figures: number[] }[]
}

/** What a drawing was drawn from, folded away beneath it. */
export const Figures = ({ summary, label, columns: [names, ...columns], rows }: Props) => (
  <Disclosure summary={summary} className="mt-2 text-sm">
    <Table label={label}>
      <thead>
        <tr>
          <Th>{names}</Th>
          {columns.map((column) => (
            <Th key={column} numeric>
              {column}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, figures }) => (
          <tr key={name}>
            <Th scope="row">{name}</Th>
            {columns.map((column, index) => (
              <Td key={column} numeric>
                {figures[index]}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  </Disclosure>
)
