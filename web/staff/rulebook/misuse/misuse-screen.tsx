import { Reveal } from '../../../shared/components/reveal/reveal.tsx'
import { Part } from '../parts/part.tsx'
import { RulebookPage } from '../parts/rulebook-page.tsx'
import { useSoughtEntry } from '../use-sought-entry.ts'
import { MisuseBody, MisuseNumbers } from './misuse-body.tsx'

/** How closely a clinic looks after a patient, and why: for the director who answers for it. */
export function MisuseRiskScreen() {
  const marked = useSoughtEntry()
  return (
    <RulebookPage
      title="Misuse risk"
      lead="MRT-1 turns what is known into one of four tiers: how closely the clinic looks, how often it sees the patient, and whether a dose may go home."
    >
      <MisuseBody level={2} marked={marked} />
      <Part title="Every number of the signs">
        <Reveal summary="Show each number with its source">
          <MisuseNumbers />
        </Reveal>
      </Part>
    </RulebookPage>
  )
}
