import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import type { RulebookSearch } from '../search-params.ts'
import styles from './filter-bar.module.css'
import { chosenFilters, type FilterName, filterNames, filters } from './filters.ts'

/** Narrows the rules by what they are. */
export function FilterBar({ search }: { readonly search: RulebookSearch }) {
  const navigate = useNavigate()
  const chosen = chosenFilters(search)
  const go = (next: RulebookSearch) =>
    void navigate({ to: '/rulebook', search: next, replace: true, resetScroll: false })
  const choose = (name: FilterName, value: string) => {
    const { [name]: _old, ...rest } = search
    go(value === '' ? rest : { ...rest, [name]: value })
  }
  return (
    <fieldset className={styles.bar}>
      <legend className="visually-hidden">Show only rules with</legend>
      {filterNames.map((name) => (
        <Select
          key={name}
          name={name}
          value={chosen.includes(name) ? (search[name] ?? '') : ''}
          onChange={(value) => choose(name, value)}
        />
      ))}
      {chosen.length > 0 && (
        <Button look="quiet" onPress={() => go(search.q === undefined ? {} : { q: search.q })}>
          Clear the filters
        </Button>
      )}
    </fieldset>
  )
}

function Select(props: {
  readonly name: FilterName
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { name, value, onChange } = props
  const id = useId()
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{filters[name].says}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-set={value !== '' || undefined}
      >
        <option value="">Any</option>
        {filters[name].options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.says}
          </option>
        ))}
      </select>
    </div>
  )
}
