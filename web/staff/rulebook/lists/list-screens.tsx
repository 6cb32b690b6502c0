import { Part } from '../parts/part.tsx'
import { RulebookPage } from '../parts/rulebook-page.tsx'
import { useSoughtEntry } from '../use-sought-entry.ts'
import { CalculationList } from './calculation-list.tsx'
import { ConditionTable } from './condition-table.tsx'
import { MedicineTable } from './medicine-table.tsx'

const codes =
  'A code marked “not confirmed” was not checked against its public list. It helps to find an entry; it is never sent to another system as certain.'

export function MedicinesScreen() {
  const hash = useSoughtEntry()
  return (
    <RulebookPage
      title="Medicines"
      lead={`The medicines that the rules know, by ingredient. One that is not here needs its class to be stated before any rule can answer. ${codes}`}
    >
      <Part title="By name">
        <MedicineTable marked={hash} />
      </Part>
    </RulebookPage>
  )
}

export function ConditionsScreen() {
  const hash = useSoughtEntry()
  return (
    <RulebookPage
      title="Conditions"
      lead={`The conditions that the rules know. One that is not here is refused by name, never passed over. ${codes}`}
    >
      <Part title="By name">
        <ConditionTable marked={hash} />
      </Part>
    </RulebookPage>
  )
}

export function CalculationsScreen() {
  useSoughtEntry()
  return (
    <RulebookPage
      title="Calculations"
      lead="What the rules work out from what is recorded, with the numbers that go into it."
    >
      <Part title="By what is worked out">
        <CalculationList level={3} />
      </Part>
    </RulebookPage>
  )
}
