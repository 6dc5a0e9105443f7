import type { ZodType } from 'zod'

/** A field as its schema tells of it; `choices` are the words it takes, when they are counted. */
export type Field = { name: string; choices: string[]; many: boolean; file: boolean }

type Def = {
  type: string
  shape?: Record<string, ZodType>
  innerType?: ZodType
  in?: ZodType
  out?: ZodType
  left?: ZodType
  right?: ZodType
  options?: ZodType[]
  element?: ZodType
  entries?: Record<string, string>
  values?: unknown[]
}
const defOf = (schema: ZodType) => schema.def as unknown as Def

const within = (schema: ZodType): ZodType[] => {
  const { innerType, in: before, out: after, left, right, options = [], element } = defOf(schema)
  return [innerType, before, after, left, right, element, ...options].filter((part) => part !== undefined)
}

/** The fields a form has, read from the schema that judges it, through refinements, transforms and unions. */
export function fieldsOf(schema: ZodType): Field[] {
  const { shape } = defOf(schema)
  if (!shape) return together(within(schema).flatMap(fieldsOf))
  return Object.entries(shape).flatMap(([name, part]) => {
    const rows = fieldsOf(part)
    if (rows.length > 0) return [0, 1].flatMap((row) => rows.map((field) => inRow(name, row, field)))
    const types = everyPart(part).map((inner) => defOf(inner).type)
    const file = types.includes('file') || types.includes('custom')
    return [{ name, choices: choicesOf(part), many: types.includes('array'), file }]
  })
}

/** The variants of a union share names; a form sends each once. */
function together(fields: Field[]): Field[] {
  const byName = new Map<string, Field>()
  for (const field of fields) {
    const choices = [...(byName.get(field.name)?.choices ?? []), ...field.choices]
    byName.set(field.name, { ...field, choices })
  }
  return [...byName.values()]
}

/** As typed in a table: `counts[0].count`. */
const inRow = (list: string, row: number, field: Field): Field => ({
  ...field,
  name: `${list}[${row}].${field.name}`,
})

const everyPart = (schema: ZodType): ZodType[] => [schema, ...within(schema).flatMap(everyPart)]

const choicesOf = (schema: ZodType): string[] =>
  everyPart(schema).flatMap((part) => {
    const { entries, values } = defOf(part)
    return [...Object.values(entries ?? {}), ...(values ?? []).map(String)]
  })
