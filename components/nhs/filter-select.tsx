type Props = {
  name: string
  label: string
  value: string | null
  /** The words for "no filter". */
  any: string
  options: readonly { value: string; label: string }[]
}

/** A filter of a list, for a form that gets: plain markup, since lists are the busiest pages. */
export function FilterSelect({ name, label, value, any, options }: Props) {
  return (
    <div className="app-filter">
      <label className="nhsuk-label" htmlFor={`filter-${name}`}>
        {label}
      </label>
      <select className="nhsuk-select" id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
